// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ZipWriter.h"

#include "core/base/StopFlag.h"

#include <minizip/zip.h>

#include <QIODevice>

#include <algorithm>
#include <vector>

namespace inspector {

/// What minizip takes for a file.
struct ZipWriter::Memory
{
    std::string bytes;
    std::size_t at = 0;
};

namespace {

constexpr std::size_t pieceBytes = 1U << 20U;

} // namespace

ZipWriter::ZipWriter()
    : m_memory(std::make_unique<Memory>())
{
    zlib_filefunc64_def functions{};
    functions.opaque = m_memory.get();
    functions.zopen64_file = [](voidpf memory, const void *, int) { return memory; };
    functions.zread_file = [](voidpf, voidpf, void *, uLong) -> uLong { return 0; };
    functions.zwrite_file = [](voidpf, voidpf stream, const void *buffer, uLong size) -> uLong {
        auto *memory = static_cast<Memory *>(stream);
        const auto *bytes = static_cast<const char *>(buffer);
        const std::size_t end = memory->at + size;
        memory->bytes.resize(std::max(memory->bytes.size(), end));
        std::copy(bytes, bytes + size, memory->bytes.begin() + static_cast<std::ptrdiff_t>(memory->at));
        memory->at = end;
        return size;
    };
    functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T {
        return static_cast<Memory *>(stream)->at;
    };
    functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
        auto *memory = static_cast<Memory *>(stream);
        const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                                 : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->at
                                                                    : memory->bytes.size();
        memory->at = base + offset;
        return 0;
    };
    functions.zclose_file = [](voidpf, voidpf) { return 0; };
    functions.zerror_file = [](voidpf, voidpf) { return 0; };
    m_zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
}

ZipWriter::~ZipWriter()
{
    if (m_zip != nullptr)
        zipClose(m_zip, nullptr);
}

Result<void> ZipWriter::begin(const std::string &name)
{
    constexpr int level = 6;
    constexpr uLong utf8Names = 1U << 11U;
    zip_fileinfo info{};
    info.tmz_date.tm_year = 1980; // the first day that a zip file can say
    info.tmz_date.tm_mday = 1;
    const int done = zipOpenNewFileInZip4_64(m_zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
        Z_DEFLATED, level, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, 0, utf8Names,
        0); // an input is 4 GiB at most
    if (done != ZIP_OK)
        return failure("write_failed", "the entry " + name + " was not begun (" + std::to_string(done) + ")");
    return {};
}

Result<void> ZipWriter::append(std::string_view content)
{
    for (std::size_t from = 0; from < content.size(); from += pieceBytes) {
        const std::string_view piece = content.substr(from, pieceBytes);
        if (zipWriteInFileInZip(m_zip, piece.data(), static_cast<unsigned>(piece.size())) != ZIP_OK)
            return failure("write_failed", "an entry was not packed");
    }
    return {};
}

Result<void> ZipWriter::end()
{
    if (zipCloseFileInZip(m_zip) != ZIP_OK)
        return failure("write_failed", "an entry was not ended");
    return {};
}

Result<void> ZipWriter::add(const std::string &name, std::string_view content)
{
    return begin(name).and_then([&] { return append(content); }).and_then([&] { return end(); });
}

Result<void> ZipWriter::add(const std::string &name, QIODevice &content, const StopFlag *stop)
{
    if (auto begun = begin(name); !begun)
        return begun;
    std::vector<char> piece(pieceBytes);
    for (;;) {
        if (stop != nullptr && stop->isRequested())
            return stop->failureOf("packing " + name);
        const qint64 read = content.read(piece.data(), static_cast<qint64>(piece.size()));
        if (read < 0)
            return failure(
                "input_unreadable", name + " cannot be read: " + content.errorString().toStdString());
        if (read == 0)
            return end();
        if (auto appended = append({piece.data(), static_cast<std::size_t>(read)}); !appended)
            return appended;
    }
}

Result<std::string> ZipWriter::take()
{
    const int closed = zipClose(m_zip, nullptr);
    m_zip = nullptr;
    if (closed != ZIP_OK)
        return failure("write_failed", "the zip file was not ended");
    return std::move(m_memory->bytes);
}

} // namespace inspector
