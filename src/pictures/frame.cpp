// SPDX-License-Identifier: EUPL-1.2
// What all pictures share: words from the phrasebook in, a picture with title, description and table headers out.
#include "pictures/frame.h"

#include <cmath>

namespace koepel::pictures {

std::string say(const Canvas& canvas, const std::string& key, std::vector<Arg> args) {
  return canvas.phrases.say(Message{"pictures." + key, std::move(args)}, canvas.language);
}

std::string name_of(const Canvas& canvas, const std::string& kind, const std::string& id) {
  return canvas.phrases.name(kind, id, canvas.language);
}

std::string figure(const Canvas& canvas, double value, int decimals) {
  return write_number(value, decimals, canvas.language);
}

std::string percentage(const Canvas& canvas, double share) {
  return canvas.phrases.say(percent("share", share), canvas.language);
}

std::string code_and_name(const Canvas& canvas, const std::string& task) {
  const std::string name = name_of(canvas, "subject", task);
  const bool in_catalogue = find_task(canvas.pack, task) != nullptr;
  return in_catalogue && name != task ? task + " " + name : name;
}

std::string short_form(const Canvas& canvas, const std::string& form) { return name_of(canvas, "form_short", form); }

Picture picture_of(const Canvas& canvas, std::string id, std::string title, std::string description,
                   const std::vector<std::string>& columns) {
  Picture picture;
  picture.id = std::move(id);
  picture.title = std::move(title);
  picture.description = std::move(description);
  for (const auto& key : columns) picture.columns.push_back(say(canvas, key));
  return picture;
}

void open_by(Picture& picture, const Canvas& canvas, const std::string& step) {
  if (find_step(canvas.analysis, step) != nullptr) picture.step = step;
}

void finish(Picture& picture, const Svg& svg, double height, Language language) {
  picture.width = static_cast<int>(std::ceil(svg.width()));
  picture.height = static_cast<int>(std::ceil(height));
  picture.svg = svg.document(picture.id, picture.title, picture.description, picture.height, language);
}

}  // namespace koepel::pictures
