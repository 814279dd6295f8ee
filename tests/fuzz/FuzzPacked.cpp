// SPDX-License-Identifier: GPL-3.0-or-later
// Packed input: gzip data has to unpack to the same however it comes in pieces, and zip files to end.
#include "core/base/Gunzip.h"
#include "core/base/ZipReader.h"
#include "tests/fuzz/Fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include <QFile>

#include <string>

using namespace inspector;

namespace {

constexpr std::size_t mostUnpacked = std::size_t{1} << 20U; // a bomb is cut off

struct Unpacked
{
    std::string text, problem;
};

Unpacked unpacked(std::string_view packed, std::size_t piece)
{
    Unpacked result;
    Gunzip gunzip;
    const auto sink = [&result](std::string_view part) {
        result.text.append(part.substr(0, mostUnpacked - result.text.size()));
        return result.text.size() < mostUnpacked;
    };
    while (!packed.empty() && gunzip.feed(packed.substr(0, piece), sink))
        packed.remove_prefix(std::min(piece, packed.size()));
    result.problem = gunzip.problem();
    return result;
}

void checkGzip(std::string_view input, std::size_t piece)
{
    const Unpacked whole = unpacked(input, input.size());
    const Unpacked parts = unpacked(input, piece);
    require(whole.text == parts.text, "gzip data is the same in pieces");
    if (whole.text.size() < mostUnpacked)
        require(whole.problem == parts.problem, "so is what is wrong with it");
}

void checkZip(std::string_view input)
{
    const int descriptor = ::memfd_create("fuzz", 0);
    require(descriptor >= 0, "there is memory for a file");
    require(::write(descriptor, input.data(), input.size()) == static_cast<ssize_t>(input.size()),
        "the file is written");
    QFile file;
    require(file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle), "it can be read");
    Result<ZipReader> zip = ZipReader::open(file);
    if (!zip)
        return;
    std::size_t left = mostUnpacked;
    for (const std::string &name : zip->names()) {
        static_cast<void>(zip->read(name, [&left](std::string_view part) {
            left -= std::min(left, part.size());
            return left > 0;
        }));
    }
}

} // namespace

void fuzz(std::string_view input)
{
    if (input.empty())
        return;
    if (ZipReader::looksLikeZip(input))
        return checkZip(input);
    checkGzip(input, static_cast<unsigned char>(input.back()) + 1U);
}
