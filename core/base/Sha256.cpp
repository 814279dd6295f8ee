// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

namespace inspector {

std::string sha256(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

} // namespace inspector
