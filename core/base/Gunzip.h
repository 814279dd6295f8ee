// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace inspector {

/// Unpacks gzip data that comes piece by piece, of any number of members, in bounded memory. Zeros behind the
/// last member are padding.
class Gunzip
{
public:
    /// Takes unpacked bytes; false ends the work.
    using Sink = std::function<bool(std::string_view unpacked)>;

    Gunzip();
    ~Gunzip();
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    /// Hands all that can be unpacked of `packed` to `sink`. False once there is no use in going on: the sink
    /// had enough, or the data is damaged.
    bool feed(std::string_view packed, const Sink &sink);

    /// What is wrong with the data fed so far, if nothing follows: it is damaged, or ends too early. Empty
    /// where all is well.
    [[nodiscard]] std::string problem() const;

private:
    struct Stream;

    bool beginMember(std::string_view &packed);
    bool inflateSome(std::string_view &packed, const Sink &sink);

    std::unique_ptr<Stream> m_stream;
    std::string m_damage;
    bool m_insideMember = false;
    bool m_anyMember = false;
};

} // namespace inspector
