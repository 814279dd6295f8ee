// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QXmlStreamReader>

#include <string>

namespace inspector {

/// What is in a picture: how often each element of each class is there, and all of its text. A mistake in the
/// XML is told instead.
struct SvgContent
{
    QMap<QByteArray, int> counts; ///< by "rect.gap"; of an element without a class, "svg"
    QByteArrayList texts;
    QByteArray mistake;

    explicit SvgContent(const std::string &svg)
    {
        QXmlStreamReader xml(QByteArray::fromStdString(svg));
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement()) {
                const QByteArray kind = xml.attributes().value(QLatin1String("class")).toUtf8();
                ++counts[xml.name().toUtf8() + (kind.isEmpty() ? QByteArray() : QByteArray("." + kind))];
            } else if (xml.isCharacters() && !xml.isWhitespace()) {
                texts << xml.text().toUtf8();
            }
        }
        if (xml.hasError())
            mistake = xml.errorString().toUtf8();
    }
};

} // namespace inspector
