// SPDX-License-Identifier: EUPL-1.2
// A text in; its QR code as one SVG path out. The code itself is libqrencode's.
#include "api/qr.h"

#include <qrencode.h>

#include <memory>
#include <new>

namespace koepel::api {

std::string qr_svg(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!code) throw std::bad_alloc();
  constexpr int quiet = 4;
  std::string path;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if ((code->data[y * code->width + x] & 1) != 0)
        path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
  const auto side = std::to_string(code->width + 2 * quiet);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/><path fill=\"#000\" d=\"" + path +
         "\"/></svg>";
}

}  // namespace koepel::api
