// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace inspector {

Translations::Translations(const QStringList &languages, const QStringList &folders, const QString &qtFolder)
{
    for (const QString &language : languages) {
        const bool isLoaded = load(QString(language).replace(QLatin1Char('-'), QLatin1Char('_')), folders);
        if (isLoaded || QLocale(language).language() == QLocale::English)
            break; // what the texts are written in needs no file, and is wanted more than what comes after it
    }
    if (m_language.isEmpty())
        return;
    QCoreApplication::installTranslator(&m_own);
    // Only with ours, so that no window speaks two languages.
    if (m_qt.load(QLocale(m_language), QStringLiteral("qtbase"), QStringLiteral("_"), qtFolder))
        QCoreApplication::installTranslator(&m_qt);
}

/// Of "de_AT", or else of "de".
bool Translations::load(const QString &language, const QStringList &folders)
{
    for (QString tag = language; !tag.isEmpty();
         tag.truncate(std::max<qsizetype>(tag.lastIndexOf(QLatin1Char('_')), 0))) {
        for (const QString &folder : folders) {
            const QString path = QDir(folder).filePath(QStringLiteral("telemetry-inspector_%1.qm").arg(tag));
            // QTranslator would look for other names, and then for the same one in the working folder.
            if (QFile::exists(path) && m_own.load(path)) {
                m_language = tag;
                return true;
            }
        }
    }
    return false;
}

QStringList Translations::foldersOf(const QString &programFolder)
{
    return {QDir(programFolder).filePath(QStringLiteral("translations")),
        QDir(programFolder).filePath(QStringLiteral("../../share/telemetry-inspector/translations"))};
}

} // namespace inspector
