// SPDX-License-Identifier: EUPL-1.2
// Zip bytes in, parts out within limits; and parts in, zip bytes out. By libzip.
#include "exchange/archive.h"

#include <zip.h>

#include <array>
#include <stdexcept>

namespace koepel::exchange {

struct Archive::Handle {
  zip_t* zip = nullptr;
};

Archive::Archive(std::string_view bytes) : handle_(std::make_unique<Handle>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  handle_->zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
  const std::string why = handle_->zip ? "" : zip_error_strerror(&error);
  if (source && !handle_->zip) zip_source_free(source);
  zip_error_fini(&error);
  if (!handle_->zip) throw Refusal{"sheet.damaged", why};
  if (static_cast<std::size_t>(zip_get_num_entries(handle_->zip, 0)) > workbook_limits.entries) {
    zip_discard(handle_->zip);
    throw Refusal{"sheet.too-large", "zip"};
  }
}

Archive::~Archive() { zip_discard(handle_->zip); }

bool Archive::has(const std::string& part) const { return zip_name_locate(handle_->zip, part.c_str(), 0) >= 0; }

void Archive::stream(const std::string& part, const std::function<void(std::string_view)>& take) {
  zip_stat_t stat;
  if (zip_stat(handle_->zip, part.c_str(), 0, &stat) != 0) throw Refusal{"sheet.damaged", part};
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(handle_->zip, part.c_str(), 0), zip_fclose);
  const bool secret = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
  if (!file) throw Refusal{secret ? "sheet.protected" : "sheet.damaged", part};
  std::array<char, 65536> buffer;
  std::size_t size = 0;
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) throw Refusal{"sheet.damaged", part};
    if (got == 0) return;
    size += static_cast<std::size_t>(got);
    unpacked_ += static_cast<std::size_t>(got);
    // Counted, not believed: the sizes that an archive states about itself may lie.
    const bool bomb = size > workbook_limits.ratio_from && size / workbook_limits.ratio > stat.comp_size;
    if (bomb || size > workbook_limits.part_bytes || unpacked_ > workbook_limits.total_bytes)
      throw Refusal{"sheet.too-large", part};
    take({buffer.data(), static_cast<std::size_t>(got)});
  }
}

std::string Archive::text(const std::string& part) {
  std::string out;
  stream(part, [&](std::string_view piece) { out += piece; });
  return out;
}

namespace {

void add_part(zip_t* zip, const ArchivePart& part) {
  zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index = source ? zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0) throw std::runtime_error(std::string("cannot write zip: ") + zip_strerror(zip));
  const auto at = static_cast<zip_uint64_t>(index);
  constexpr zip_uint16_t first_of_january_1980 = 0x0021;  // no clock: same parts, same bytes
  zip_file_set_dostime(zip, at, 0, first_of_january_1980, 0);
  zip_set_file_compression(zip, at, part.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
}

std::string read_back(zip_source_t* source) {
  zip_stat_t stat;
  std::string bytes;
  if (zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0) {
    bytes.resize(stat.size);
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got == static_cast<zip_int64_t>(bytes.size())) return bytes;
  }
  throw std::runtime_error("cannot write zip");
}

}  // namespace

std::string write_archive(const std::vector<ArchivePart>& parts) {
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> source(zip_source_buffer_create(nullptr, 0, 0, nullptr),
                                                                      zip_source_free);
  zip_source_keep(source.get());  // zip_close would free it before its bytes are read
  zip_t* zip = zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (!zip) throw std::runtime_error("cannot write zip");
  for (const auto& part : parts) add_part(zip, part);
  if (zip_close(zip) != 0) {
    const std::string why = zip_strerror(zip);
    zip_discard(zip);
    throw std::runtime_error("cannot write zip: " + why);
  }
  return read_back(source.get());
}

}  // namespace koepel::exchange
