// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace inspector {

/// Lets the window speak a language of the user's, as long as it lives: no longer than the application
/// object.
class Translations final
{
    Q_DISABLE_COPY_MOVE(Translations)

public:
    /// `languages` as QLocale::uiLanguages() lists them, the most wanted first. Takes the first one that a
    /// folder has a telemetry-inspector_<language>.qm of, and Qt's own texts of that language from `qtFolder`
    /// where they are there. None is no error: the window then speaks English.
    Translations(const QStringList &languages, const QStringList &folders, const QString &qtFolder);

    /// Of what is spoken, such as "de" or "pt_BR"; empty for English without a file.
    [[nodiscard]] const QString &language() const { return m_language; }

    /// Where the files may be: beside the program, as in a build folder, then where it is installed,
    /// ../../share/telemetry-inspector/translations.
    [[nodiscard]] static QStringList foldersOf(const QString &programFolder);

private:
    bool load(const QString &language, const QStringList &folders);

    QTranslator m_own, m_qt;
    QString m_language;
};

} // namespace inspector
