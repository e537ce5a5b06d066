// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace koepel::api {

/// A QR code of this text as SVG, for a phone's camera; black on white with the quiet zone around it.
[[nodiscard]] std::string qr_svg(const std::string& text);

}  // namespace koepel::api
