// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QSet>
#include <QString>
#include <QXmlStreamReader>

namespace inspector {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// How many colours there are in the part below the title.
inline int colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = image.height() / 3; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    }
    return static_cast<int>(seen.size());
}

/// What is wrong with the structure of a PDF of one page: each entry of its table has to lead to its object.
inline QString pdfFault(const QByteArray &pdf)
{
    if (!pdf.startsWith("%PDF-1.") || !pdf.trimmed().endsWith("%%EOF"))
        return QStringLiteral("no PDF");
    const qsizetype last = pdf.lastIndexOf("startxref");
    const qsizetype table = pdf.mid(last + 9).trimmed().split('\n').first().trimmed().toLongLong();
    if (!pdf.mid(table).startsWith("xref"))
        return QStringLiteral("no table");
    const QList<QByteArray> lines = pdf.mid(table).split('\n');
    const int count = lines[1].split(' ').last().toInt();
    for (int i = 1; i < count; ++i) {
        const QByteArray object = QByteArray::number(i) + " 0 obj";
        const qsizetype at = lines[i + 2].left(10).toLongLong();
        if (at > 0 && !pdf.mid(at).startsWith(object))
            return QStringLiteral("object %1 is not there").arg(i);
    }
    return pdf.count("/Type /Page\n") == 1 ? QString() : QStringLiteral("not one page");
}

/// What is wrong with an SVG: it has to be well-formed, to have this title, and to hold shapes.
inline QString svgFault(const QByteArray &svg, const QString &title)
{
    constexpr int fewShapes = 20;
    QXmlStreamReader reader(svg);
    QStringList titles;
    int shapes = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("title"))
            titles << reader.readElementText();
        shapes += reader.isStartElement() ? 1 : 0;
    }
    if (reader.hasError())
        return reader.errorString();
    if (titles != QStringList{title})
        return QStringLiteral("titles: ") + titles.join(QStringLiteral(", "));
    return shapes > fewShapes ? QString() : QStringLiteral("%1 shapes").arg(shapes);
}

} // namespace inspector
