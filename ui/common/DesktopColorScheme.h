// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;
class QVariant;

namespace inspector {

/// Whether the desktop wants dark or light windows, as its portal says
/// (org.freedesktop.portal.Settings, `color-scheme`). Asked without waiting: a desktop without a portal never
/// answers, and then nothing is told.
class DesktopColorScheme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopColorScheme)

public:
    enum class Scheme
    {
        Any, ///< the desktop does not mind
        Dark,
        Light,
    };
    Q_ENUM(Scheme)

    explicit DesktopColorScheme(QObject *parent = nullptr);

    /// What the number of the portal means.
    [[nodiscard]] static Scheme schemeOf(uint value);

signals:
    void told(inspector::DesktopColorScheme::Scheme scheme);

private slots:
    void takeChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);
};

} // namespace inspector
