// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "exchange/archive.h"

namespace koepel::exchange {

/// The attributes of an element. Names are "namespace|local" as for elements, or just "local" when they have no
/// namespace.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** list) : list_(list) {}
  /// The value of the attribute called `name`: in full, local ("r"), or with the end of its namespace
  /// ("office:1.0|value"); `otherwise` when there is none.
  [[nodiscard]] std::string_view get(std::string_view name, std::string_view otherwise = {}) const;

 private:
  const char** list_;
};

/// Takes the events of one XML part; names as in XmlAttributes.
class XmlTaker {
 public:
  virtual ~XmlTaker() = default;
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view) {}
};

/// The name without its namespace.
[[nodiscard]] std::string_view local_name(std::string_view name);

/// Streams a part of the archive through expat. Refuses a DOCTYPE (no entities, no bombs), elements nested deeper than
/// the limit and text that is not XML.
void read_xml(Archive& archive, const std::string& part, XmlTaker& taker);

}  // namespace koepel::exchange
