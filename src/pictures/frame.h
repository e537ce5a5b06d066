// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "pictures/picture.h"
#include "pictures/svg.h"

namespace koepel::pictures {

inline constexpr double page_width = 720;   ///< px for the 16 cm between the margins of an A4
inline constexpr double page_height = 960;  ///< as tall as a picture may be
inline constexpr double margin = 16;

/// The sentence "pictures.<key>" with its arguments.
[[nodiscard]] std::string say(const Canvas& canvas, const std::string& key, std::vector<Arg> args = {});
/// The name of a thing: "task", "partner", "form" ...
[[nodiscard]] std::string name_of(const Canvas& canvas, const std::string& kind, const std::string& id);
[[nodiscard]] std::string figure(const Canvas& canvas, double value, int decimals = 0);
[[nodiscard]] std::string percentage(const Canvas& canvas, double share);
/// "U01 belastingheffing en invordering"; a package is said by its name alone.
[[nodiscard]] std::string code_and_name(const Canvas& canvas, const std::string& task);
/// The form's name that fits an axis.
[[nodiscard]] std::string short_form(const Canvas& canvas, const std::string& form);

/// A picture with its texts and the headers of its table; `columns` are keys "pictures.<key>".
[[nodiscard]] Picture picture_of(const Canvas& canvas, std::string id, std::string title, std::string description,
                                 const std::vector<std::string>& columns);
/// The step that opens the description, where the analysis has it.
void open_by(Picture& picture, const Canvas& canvas, const std::string& step);
/// Puts the drawing in the picture.
void finish(Picture& picture, const Svg& svg, double height, Language language);

}  // namespace koepel::pictures
