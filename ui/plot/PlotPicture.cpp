// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PlotPicture.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <qcustomplot.h>

namespace inspector {

namespace {

constexpr int screenDpi = 96;

struct Sizes
{
    QSize canvas, axis;
    int head = 0;

    [[nodiscard]] QSize whole() const
    {
        return {std::max(canvas.width(), axis.width()),
            head + canvas.height() + axis.height() + 2 * typography::unit()};
    }
};

Sizes sizesOf(const PlotPicture &picture)
{
    const int unit = typography::unit();
    return {picture.canvas->size(), picture.axis == nullptr ? QSize(0, 0) : picture.axis->size(),
        QFontMetrics(typography::strong()).height() + QFontMetrics(typography::table()).height() + 5 * unit};
}

void drawHead(QPainter &painter, const PlotPicture &picture, const Sizes &sizes, const Theme &theme)
{
    const int unit = typography::unit();
    const QRect room(4 * unit, 2 * unit, sizes.whole().width() - 8 * unit, sizes.head);
    const auto line = [&](const QFont &font, const QColor &color, int top, const QString &text) {
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(room.left(), top, room.width(), metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, room.width()));
        return top + metrics.height();
    };
    const int below = line(typography::strong(), theme.text, room.top(), picture.title);
    line(typography::table(), theme.secondary, below, picture.from);
}

/// All of it, on a device that counts in pixels of the screen.
void drawWhole(QCPPainter &painter, const PlotPicture &picture, const Sizes &sizes, const Theme &theme)
{
    painter.fillRect(QRect(QPoint(0, 0), sizes.whole()), theme.panel);
    drawHead(painter, picture, sizes, theme);
    painter.save();
    painter.translate(0, sizes.head);
    auto *plot = static_cast<QCustomPlot *>(picture.canvas);
    plot->toPainter(&painter, sizes.canvas.width(), sizes.canvas.height());
    painter.restore();
    if (picture.axis == nullptr)
        return;
    if (auto *second = qobject_cast<QCustomPlot *>(picture.axis)) {
        painter.save();
        painter.translate(0, sizes.head + sizes.canvas.height());
        second->toPainter(&painter, sizes.axis.width(), sizes.axis.height());
        painter.restore();
        return;
    }
    // A widget draws itself in the coordinates of the device, whatever the painter's are.
    QPicture axis;
    picture.axis->render(&axis, {}, {}, QWidget::DrawChildren);
    painter.drawPicture(0, sizes.head + sizes.canvas.height(), axis);
}

QByteArray png(const PlotPicture &picture, const Sizes &sizes, const Theme &theme)
{
    constexpr int scale = 2;
    QImage image(sizes.whole() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QCPPainter painter(&image);
    drawWhole(painter, picture, sizes, theme);
    painter.end();
    for (const auto &[key, text] : {std::pair("Title", picture.title), std::pair("Source", picture.from)})
        image.setText(QString::fromLatin1(key), text);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

/// The library tells when it wrote; the same picture has to be the same bytes.
void setCreation(QByteArray &pdf, TimeMs time)
{
    const QByteArray key("/CreationDate (");
    const qsizetype from = pdf.indexOf(key) + key.size();
    const qsizetype to = pdf.indexOf(')', from);
    if (from < key.size() || to < from)
        return;
    const QByteArray date = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time), Qt::UTC)
                                .toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"))
                                .toLatin1();
    // Not a byte may move: a table at the end of the file says where its parts stand.
    if (date.size() <= to - from)
        pdf.replace(from, to - from + 1, QByteArray(date + ')').leftJustified(to - from + 1, ' '));
}

QByteArray pdf(const PlotPicture &picture, const Sizes &sizes, const Theme &theme)
{
    constexpr double pointsPerPixel = 72.0 / screenDpi;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(picture.title);
        writer.setResolution(screenDpi);
        writer.setPageSize(
            QPageSize(QSizeF(sizes.whole()) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({0, 0, 0, 0});
        QCPPainter painter(&writer);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        drawWhole(painter, picture, sizes, theme);
    }
    QByteArray content = buffer.data();
    if (picture.createdAt)
        setCreation(content, *picture.createdAt);
    return content;
}

QByteArray svg(const PlotPicture &picture, const Sizes &sizes, const Theme &theme)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(picture.title);
    generator.setDescription(picture.from);
    generator.setResolution(screenDpi);
    generator.setSize(sizes.whole());
    generator.setViewBox(QRect(QPoint(0, 0), sizes.whole()));
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    drawWhole(painter, picture, sizes, theme);
    painter.end();
    return buffer.data();
}

} // namespace

QString PlotPicture::origin(const QString &session, double begin, double end, std::uint64_t cursor)
{
    return QCoreApplication::translate("PlotPicture", "%1, %2 to %3, at #%4")
        .arg(session, words::elapsed(begin), words::elapsed(end), words::count(cursor));
}

Result<PlotPicture::Format> PlotPicture::formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return Format::Png;
    if (suffix == QLatin1String("pdf"))
        return Format::Pdf;
    if (suffix == QLatin1String("svg"))
        return Format::Svg;
    return failure("picture_format", "no picture is made for " + path.toStdString(),
        "Give the file a name that ends in .png, .pdf or .svg.");
}

Result<QByteArray> PlotPicture::draw(Format format, const Theme &theme) const
{
    if (qobject_cast<QCustomPlot *>(canvas) == nullptr || !canvas->isVisible() || canvas->size().isEmpty())
        return failure(
            "picture_failed", "there is no plot to draw", "Show a view with a plot, not its table.");
    const Sizes sizes = sizesOf(*this);
    switch (format) {
    case Format::Png:
        return png(*this, sizes, theme);
    case Format::Pdf:
        return pdf(*this, sizes, theme);
    case Format::Svg:
        break;
    }
    return svg(*this, sizes, theme);
}

} // namespace inspector
