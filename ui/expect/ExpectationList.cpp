// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expect/ExpectationList.h"

#include "core/expect/ExpectationFile.h"
#include "core/telemetry/AtomicFile.h"

#include <utility>

namespace inspector {

ExpectationList::ExpectationList(QObject *parent)
    : QObject(parent)
{}

Result<void> ExpectationList::open(const QString &path)
{
    Result<std::vector<Expectation>> read = readExpectations(path.toStdString());
    if (!read)
        return tl::unexpected(std::move(read.error()));
    m_all = std::move(*read);
    m_file = path;
    emit changed();
    return {};
}

Result<void> ExpectationList::saveAs(const QString &path)
{
    Result<void> written = writeFileAtomically(path, expectationsText(m_all));
    if (!written)
        return written;
    m_file = path;
    emit changed();
    return {};
}

Result<void> ExpectationList::add(const Expectation &expectation)
{
    m_all.push_back(expectation);
    return write();
}

Result<void> ExpectationList::remove(std::size_t place)
{
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(place));
    return write();
}

Result<void> ExpectationList::replace(std::size_t place, const Expectation &expectation)
{
    m_all[place] = expectation;
    return write();
}

Result<void> ExpectationList::write()
{
    Result<void> written;
    if (!m_file.isEmpty())
        written = writeFileAtomically(m_file, expectationsText(m_all));
    emit changed();
    return written;
}

} // namespace inspector
