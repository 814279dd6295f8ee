// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/DesktopColorScheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace inspector {

namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String group("org.freedesktop.appearance");
constexpr QLatin1String key("color-scheme");

/// `Read` wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopColorScheme::DesktopColorScheme(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(takeChange(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    read.setArguments({QString(group), QString(key)});
    read.setAutoStartService(false); // a window is no reason to start a portal
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

DesktopColorScheme::Scheme DesktopColorScheme::schemeOf(uint value)
{
    constexpr uint dark = 1;
    constexpr uint light = 2;
    return value == dark ? Scheme::Dark : value == light ? Scheme::Light : Scheme::Any;
}

void DesktopColorScheme::takeChange(
    const QString &changedGroup, const QString &changed, const QDBusVariant &value)
{
    if (changedGroup == group && changed == key)
        take(value.variant());
}

void DesktopColorScheme::take(const QVariant &value)
{
    emit told(schemeOf(unwrapped(value).toUInt()));
}

} // namespace inspector
