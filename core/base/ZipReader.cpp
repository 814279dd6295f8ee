// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ZipReader.h"

#include <minizip/unzip.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

tl::unexpected<Error> badZip(const std::string &reason)
{
    return failure("bad_zip", reason, "Copy it again, or unpack it and open what is in it.");
}

QFile *fileOf(voidpf stream)
{
    return static_cast<QFile *>(stream);
}

} // namespace

Result<ZipReader> ZipReader::open(QFile &file)
{
    zlib_filefunc64_def functions{};
    functions.opaque = &file;
    functions.zopen64_file = [](voidpf opaque, const void *, int) { return opaque; };
    functions.zread_file = [](voidpf, voidpf stream, void *buffer, uLong size) -> uLong {
        const qint64 read = fileOf(stream)->read(static_cast<char *>(buffer), static_cast<qint64>(size));
        return read < 0 ? 0 : static_cast<uLong>(read);
    };
    functions.zwrite_file = [](voidpf, voidpf, const void *, uLong) -> uLong { return 0; };
    functions.ztell64_file = [](voidpf, voidpf stream) {
        return static_cast<ZPOS64_T>(fileOf(stream)->pos());
    };
    functions.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T offset, int origin) -> long {
        QFile *file = fileOf(stream);
        const qint64 base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                            : origin == ZLIB_FILEFUNC_SEEK_CUR ? file->pos()
                                                               : file->size();
        return file->seek(base + static_cast<qint64>(offset)) ? 0 : -1;
    };
    functions.zclose_file = [](voidpf, voidpf) { return 0; };
    functions.zerror_file = [](voidpf, voidpf) { return 0; };
    ZipReader reader(unzOpen2_64("", &functions));
    if (reader.m_zip == nullptr)
        return badZip("it begins as a zip file, but is none, or is not whole");
    if (const auto read = reader.readNames(); !read)
        return tl::unexpected(read.error());
    return reader;
}

ZipReader::~ZipReader()
{
    if (m_zip != nullptr)
        unzClose(m_zip);
}

ZipReader::ZipReader(ZipReader &&other) noexcept
    : m_zip(std::exchange(other.m_zip, nullptr))
    , m_names(std::move(other.m_names))
    , m_places(std::move(other.m_places))
{}

ZipReader &ZipReader::operator=(ZipReader &&other) noexcept
{
    std::swap(m_zip, other.m_zip);
    std::swap(m_names, other.m_names);
    std::swap(m_places, other.m_places);
    return *this;
}

Result<void> ZipReader::readNames()
{
    std::array<char, 1024> name{}; // longer ones are cut; they are found by their place all the same
    int at = unzGoToFirstFile(m_zip);
    for (; at == UNZ_OK && m_names.size() < maxEntries; at = unzGoToNextFile(m_zip)) {
        if (unzGetCurrentFileInfo64(m_zip, nullptr, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) !=
            UNZ_OK)
            return badZip("the list of its entries is damaged");
        m_names.emplace_back(name.data());
        unz64_file_pos place{};
        unzGetFilePos64(m_zip, &place);
        m_places.push_back({place.pos_in_zip_directory, place.num_of_file});
    }
    if (at == UNZ_OK)
        return badZip("it has more than " + std::to_string(maxEntries) + " entries");
    if (at != UNZ_END_OF_LIST_OF_FILE)
        return badZip("the list of its entries is damaged");
    return {};
}

Result<void> ZipReader::read(const std::string &name, const Sink &sink)
{
    constexpr std::size_t pieceBytes = 1U << 20U;
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    if (found == m_names.end())
        return badZip("it has no entry " + name);
    const Place &place = m_places[static_cast<std::size_t>(found - m_names.begin())];
    const unz64_file_pos position{place.inDirectory, place.number};
    if (unzGoToFilePos64(m_zip, &position) != UNZ_OK)
        return badZip("the list of its entries is damaged");
    unz_file_info64 info{};
    constexpr uLong encrypted = 1;
    if (unzGetCurrentFileInfo64(m_zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
        return badZip("the entry " + name + " is damaged");
    if ((info.flag & encrypted) != 0)
        return badZip("the entry " + name + " needs a password");
    if (unzOpenCurrentFile(m_zip) != UNZ_OK)
        return badZip("the entry " + name + " is damaged, or packed in a way that is not known");
    std::vector<char> piece(pieceBytes);
    int read = 0;
    ZPOS64_T total = 0; // its digest is looked at only where all of it came
    bool isEnough = false;
    while (!isEnough && (read = unzReadCurrentFile(m_zip, piece.data(), pieceBytes)) > 0) {
        total += static_cast<ZPOS64_T>(read);
        isEnough = !sink({piece.data(), static_cast<std::size_t>(read)});
    }
    const int closed = unzCloseCurrentFile(m_zip);
    if (isEnough)
        return {};
    if (read < 0 || closed != UNZ_OK || total != info.uncompressed_size)
        return badZip("the entry " + name + " is damaged");
    return {};
}

} // namespace inspector
