// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/NameTable.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

using Type = SessionRecord::Type;

SessionRecord eventNamed(const char *name)
{
    SessionRecord record;
    record.type = Type::Event;
    record.typeName = "event";
    if (name != nullptr)
        record.event = name;
    return record;
}

SessionRecord other(Type type, const char *name)
{
    SessionRecord record;
    record.type = type;
    record.typeName = name;
    return record;
}

/// `text*count` of each name, with the number of its type.
QByteArrayList shownNames(const NameTable &table)
{
    QByteArrayList shown;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto id = static_cast<NameTable::Id>(i);
        const NameTable::Name &name = table.name(id);
        shown.append(QByteArray::number(static_cast<int>(name.type)) + ' ' +
                     (name.isOthers ? QByteArray("others") : QByteArray::fromStdString(name.text)) + '*' +
                     QByteArray::number(static_cast<qulonglong>(table.count(id))));
    }
    return shown;
}

} // namespace

class tst_NameTable : public QObject
{
    Q_OBJECT

private slots:
    void countsEachNameOfEachType()
    {
        NameTable table;
        for (const char *name : {"a:b", "marker", "a:b", ""})
            table.add(eventNamed(name));
        table.add(eventNamed(nullptr));
        table.add(other(Type::Marker, "marker"));
        table.add(other(Type::Unknown, "odd"));

        QCOMPARE(
            shownNames(table), (QByteArrayList{"1 a:b*2", "1 marker*1", "1 *2", "3 marker*1", "5 odd*1"}));
        QCOMPARE(table.find(eventNamed("marker")), std::optional<NameTable::Id>(1));
        QCOMPARE(table.find(other(Type::Marker, "marker")), std::optional<NameTable::Id>(3));
        QCOMPARE(table.find(eventNamed("odd")), std::optional<NameTable::Id>());
    }

    void newNamesBeyondTheLimitCountTogether()
    {
        NameTable table(2);
        for (const char *name : {"a", "b", "c", "d", "a"})
            table.add(eventNamed(name));
        table.add(other(Type::Unknown, "x"));

        QCOMPARE(shownNames(table), (QByteArrayList{"1 a*2", "1 b*1", "1 others*2", "5 others*1"}));
        QCOMPARE(table.find(eventNamed("never seen")), std::optional<NameTable::Id>(2));
        QCOMPARE(table.find(other(Type::Marker, "marker")), std::optional<NameTable::Id>());
    }

    void aNameThatIsTooLongIsNotKept()
    {
        NameTable table;
        const std::string longest(NameTable::maxNameBytes, 'n');
        table.add(eventNamed(longest.c_str()));
        table.add(eventNamed((longest + "n").c_str()));

        QCOMPARE(shownNames(table),
            (QByteArrayList{"1 " + QByteArray::fromStdString(longest) + "*1", "1 others*1"}));
    }

    void staysSmallWhateverTheGameInvents()
    {
        NameTable table;
        for (int i = 0; i < 50'000; ++i)
            table.add(eventNamed(("name " + std::to_string(i)).c_str()));

        QCOMPARE(table.size(), NameTable::defaultMaxNames + 1);
        QVERIFY(table.bytesUsed() < std::size_t{4} << 20U);
    }

    void aCopyGoesItsOwnWay()
    {
        NameTable table;
        table.add(eventNamed("a"));
        NameTable copy = table;
        copy.add(eventNamed("a"));
        copy.add(eventNamed("b"));

        QCOMPARE(shownNames(table), QByteArrayList{"1 a*1"});
        QCOMPARE(shownNames(copy), (QByteArrayList{"1 a*2", "1 b*1"}));
    }
};

QTEST_APPLESS_MAIN(tst_NameTable)
#include "tst_NameTable.moc"
