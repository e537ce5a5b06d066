// SPDX-License-Identifier: EUPL-1.2
#pragma once

// For tests: reads the SVG we write back into elements, strictly. Throws when a tag does not close, an attribute has no
// quotes or an ampersand starts no entity, so that reading is itself the test of being well formed.

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "pictures/svg.h"

namespace koepel::pictures {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  ///< between open and close tag, entities read
};

class SvgReader {
 public:
  static std::vector<Element> read(const std::string& svg) { return SvgReader(svg).all(); }

 private:
  explicit SvgReader(const std::string& svg) : svg_(svg) {}

  static void demand(bool good, const char* what) {
    if (!good) throw std::runtime_error(std::string("not well formed: ") + what);
  }

  std::vector<Element> all() {
    std::vector<std::size_t> open;
    while (at_ < svg_.size()) {
      if (svg_[at_] != '<') {
        const std::size_t end = std::min(svg_.find('<', at_), svg_.size());
        const std::string text = entities(svg_.substr(at_, end - at_));
        if (!open.empty())
          elements_[open.back()].text += text;
        else
          demand(text.find_first_not_of(" \n") == std::string::npos, "text outside the root");
        at_ = end;
      } else if (svg_.compare(at_, 2, "</") == 0) {
        const std::size_t end = svg_.find('>', at_);
        demand(!open.empty() && svg_.substr(at_ + 2, end - at_ - 2) == elements_[open.back()].name, "close tag");
        open.pop_back();
        at_ = end + 1;
      } else if (!tag()) {
        open.push_back(elements_.size() - 1);
      }
    }
    demand(open.empty(), "open tag at the end");
    return elements_;
  }

  /// Reads one open tag; true when it closes itself.
  bool tag() {
    const std::size_t end = svg_.find_first_of(" />\n", at_ + 1);
    Element element{svg_.substr(at_ + 1, end - at_ - 1), {}, {}};
    demand(!element.name.empty(), "tag name");
    at_ = end;
    while (svg_[at_] == ' ') {
      const std::size_t equals = svg_.find("=\"", ++at_), close = svg_.find('"', equals + 2);
      demand(equals != std::string::npos && close != std::string::npos, "attribute");
      const std::string name = svg_.substr(at_, equals - at_);
      demand(name.find_first_of(" <>/") == std::string::npos, "attribute name");
      demand(element.attributes.emplace(name, entities(svg_.substr(equals + 2, close - equals - 2))).second,
             "attribute given twice");
      at_ = close + 1;
    }
    elements_.push_back(std::move(element));
    const bool closes = svg_.compare(at_, 2, "/>") == 0;
    demand(closes || svg_[at_] == '>', "end of tag");
    at_ += closes ? 2 : 1;
    return closes;
  }

  static std::string entities(const std::string& raw) {
    static const std::map<std::string, char> known{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}};
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      demand(raw[i] != '<', "bare <");
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const std::size_t end = raw.find(';', i);
      const auto found = known.find(raw.substr(i + 1, end == std::string::npos ? 0 : end - i - 1));
      demand(found != known.end(), "bare &");
      out += found->second;
      i = end;
    }
    return out;
  }

  const std::string& svg_;
  std::size_t at_ = 0;
  std::vector<Element> elements_;
};

/// A written line with the room it takes.
struct WrittenLine {
  std::string text;
  Box box;
  double size = 0;
};

inline double number_of(const Element& e, const std::string& name) { return std::stod(e.attributes.at(name)); }

inline std::vector<WrittenLine> lines_of(const std::string& svg) {
  std::vector<WrittenLine> out;
  for (const Element& e : SvgReader::read(svg)) {
    if (e.name != "text") continue;
    const auto anchor = e.attributes.find("text-anchor");
    Font font{.size = number_of(e, "font-size"), .bold = e.attributes.count("font-weight") > 0};
    font.upright = e.attributes.count("transform") > 0;
    if (anchor != e.attributes.end()) font.anchor = anchor->second == "middle" ? Anchor::middle : Anchor::end;
    out.push_back({e.text, text_box({number_of(e, "x"), number_of(e, "y")}, e.text, font), font.size});
  }
  return out;
}

inline bool written(const std::vector<WrittenLine>& lines, const std::string& text) {
  for (const auto& line : lines)
    if (line.text == text) return true;
  return false;
}

}  // namespace koepel::pictures
