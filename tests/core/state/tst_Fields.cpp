// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/Fields.h"
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

struct Part
{
    std::string id;
    double size = 1;

    static constexpr auto fields() { return std::tuple(field("id", &Part::id), field("size", &Part::size)); }
    friend bool operator==(const Part &, const Part &) = default;
};

/// One field of every kind that a slice can have. The start values are not those of the types, so that it
/// shows what was left alone.
struct Everything
{
    double number = 1;
    bool flag = true;
    std::string text = "start";
    NumberOrText numberOrText{"start"};
    NumberOrList numberOrList{2};
    Shared<JsonObject> object = JsonObject{{"start", true}};
    Number optionalNumber = 3;
    Text optionalText = "start";
    ObjectOrNull optionalObject = Shared<JsonObject>(JsonObject{{"start", true}});
    Part part{"start", 4};
    Shared<Part> sharedPart = Part{"start", 5};
    std::optional<Shared<Part>> optionalPart = Shared<Part>(Part{"start", 6});
    SharedList<std::string> texts{"start"};
    SharedList<Shared<Part>> parts{Part{"start", 7}};
    KeyOrderedMap<double> numbersById;
    KeyOrderedMap<Part> partsById;

    Everything()
    {
        numbersById.set("start", 8);
        partsById.set("start", {"start", 9});
    }

    static constexpr auto fields()
    {
        using E = Everything;
        return std::tuple(field("number", &E::number), field("flag", &E::flag), field("text", &E::text),
            field("numberOrText", &E::numberOrText), field("numberOrList", &E::numberOrList),
            field("object", &E::object), field("optionalNumber", &E::optionalNumber),
            field("optionalText", &E::optionalText), field("optionalObject", &E::optionalObject),
            field("part", &E::part), field("sharedPart", &E::sharedPart),
            field("optionalPart", &E::optionalPart), field("texts", &E::texts), field("parts", &E::parts),
            field("numbersById", &E::numbersById), field("partsById", &E::partsById));
    }
    friend bool operator==(const Everything &, const Everything &) = default;
};

constexpr std::string_view startValues =
    R"({"number":1,"flag":true,"text":"start","numberOrText":"start","numberOrList":2,
        "object":{"start":true},"optionalNumber":3,"optionalText":"start","optionalObject":{"start":true},
        "part":{"id":"start","size":4},"sharedPart":{"id":"start","size":5},
        "optionalPart":{"id":"start","size":6},"texts":["start"],"parts":[{"id":"start","size":7}],
        "numbersById":{"start":8},"partsById":{"start":{"id":"start","size":9}}})";

} // namespace

class tst_Fields : public QObject
{
    Q_OBJECT

private slots:
    void writing()
    {
        QCOMPARE(shown(toJson(Everything())), shown(json(startValues)));
        Everything nothing;
        nothing.optionalNumber.reset();
        nothing.optionalText.reset();
        nothing.optionalObject.reset();
        nothing.optionalPart.reset();
        nothing.texts = {};
        nothing.parts = {};
        nothing.numbersById = {};
        nothing.partsById = {};
        QCOMPARE(shown(toJson(nothing)),
            shown(merged(json(startValues), json(R"({"optionalNumber":null,"optionalText":null,
                "optionalObject":null,"optionalPart":null,"texts":[],"parts":[],"numbersById":{},
                "partsById":{}})"))));
    }

    void reading_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("changed"); // what differs from the start values
        QTest::addColumn<QByteArrayList>("issues");
        const auto right = [](const char *name, const QByteArray &from) {
            QTest::addRow("%s, right", name) << from << from << QByteArrayList();
        };
        const auto left = [](const char *name, const QByteArray &from, const QByteArrayList &issues = {}) {
            QTest::addRow("%s", name) << from << QByteArray("{}") << issues;
        };

        left("all absent", "{}");
        left("all null", R"({"number":null,"flag":null,"text":null,"numberOrText":null,"numberOrList":null,
            "object":null,"optionalNumber":null,"optionalText":null,"optionalObject":null,"part":null,
            "sharedPart":null,"optionalPart":null,"texts":null,"parts":null,"numbersById":null,
            "partsById":null})");
        left("all of another type", R"({"number":"1","flag":0,"text":1,"numberOrText":true,
            "numberOrList":"1","object":[],"optionalNumber":false,"optionalText":{},"optionalObject":"{}",
            "part":[],"sharedPart":1,"optionalPart":"p","texts":{},"parts":"[]","numbersById":[],
            "partsById":true})",
            {"number: string instead of a number", "flag: number instead of a boolean",
                "text: number instead of a string", "numberOrText: boolean instead of a number or a string",
                "numberOrList: string instead of a number or a list", "object: list instead of an object",
                "optionalNumber: boolean instead of a number", "optionalText: object instead of a string",
                "optionalObject: string instead of an object", "part: list instead of an object",
                "sharedPart: number instead of an object", "optionalPart: string instead of an object",
                "texts: object instead of a list", "parts: string instead of a list",
                "numbersById: list instead of an object", "partsById: boolean instead of an object"});
        left("not an object at all", "[]", {": list instead of an object"});
        left("null", "null");
        left("unknown members", R"({"more":1,"Number":2,"id":"x"})");

        right("number", R"({"number":-0.5})");
        right("zero", R"({"number":0,"optionalNumber":0})");
        right("flag", R"({"flag":false})");
        right("empty text", R"({"text":"","optionalText":""})");
        right("a number where text may be", R"({"numberOrText":7})");
        right("text where a number may be", R"({"numberOrText":"7"})");
        right("a number where a list may be", R"({"numberOrList":7})");
        right("a list of anything", R"({"numberOrList":[1,"a",null,{}]})");
        right("any object", R"({"object":{"z":[null],"1":{}},"optionalObject":{}})");
        right("a whole part", R"({"part":{"id":"p","size":2},"optionalPart":{"id":"q","size":3}})");
        right("empty lists and maps", R"({"texts":[],"parts":[],"numbersById":{},"partsById":{}})");
        right("texts", R"({"texts":["b","","b"]})");
        right("a map in key order", R"({"numbersById":{"9":1,"10":2,"b":3,"a":4}})");

        QTest::addRow("a part in place keeps what is absent")
            << QByteArray(R"({"part":{"size":2}})") << QByteArray(R"({"part":{"id":"start","size":2}})")
            << QByteArrayList();
        QTest::addRow("a part that is replaced does not")
            << QByteArray(R"({"sharedPart":{"size":2},"optionalPart":{"id":"p"}})")
            << QByteArray(R"({"sharedPart":{"id":"","size":2},"optionalPart":{"id":"p","size":1}})")
            << QByteArrayList();
        QTest::addRow("elements that do not fit are dropped")
            << QByteArray(R"({"texts":["a",null,1,"b",[]],"parts":[null,{"id":"p"},"q",{}]})")
            << QByteArray(R"({"texts":["a","b"],"parts":[{"id":"p","size":1},{"id":"","size":1}]})")
            << QByteArrayList{"texts.2: number instead of a string", "texts.4: list instead of a string",
                   "parts.2: string instead of an object"};
        QTest::addRow("entries that do not fit are dropped from a map of numbers")
            << QByteArray(R"({"numbersById":{"a":1,"b":null,"c":"3","d":4}})")
            << QByteArray(R"({"numbersById":{"a":1,"d":4}})")
            << QByteArrayList{"numbersById.c: string instead of a number"};
        QTest::addRow("entries that do not fit are new records in a map of records")
            << QByteArray(R"({"partsById":{"a":{},"b":null,"c":3,"d":{"id":"x","size":2},"e":{"id":5}}})")
            << QByteArray(R"({"partsById":{"a":{"id":"a","size":1},"b":{"id":"b","size":1},
                "c":{"id":"c","size":1},"d":{"id":"x","size":2},"e":{"id":"e","size":1}}})")
            << QByteArrayList{
                   "partsById.c: number instead of an object", "partsById.e.id: number instead of a string"};
        QTest::addRow("paths go all the way down")
            << QByteArray(R"({"part":{"size":"2"},"parts":[{},{"size":true}],"partsById":{"7":{"size":[]}}})")
            << QByteArray(R"({"parts":[{"id":"","size":1},{"id":"","size":1}],
                "partsById":{"7":{"id":"7","size":1}}})")
            << QByteArrayList{"part.size: string instead of a number",
                   "parts.1.size: boolean instead of a number", "partsById.7.size: list instead of a number"};
    }

    void reading()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, changed);
        QFETCH(QByteArrayList, issues);
        const JsonValue value = json(from.toStdString());
        Everything everything;
        FieldReader reader;

        const bool read = readField(value, everything, reader);

        QCOMPARE(read, value.asObject() != nullptr);
        QCOMPARE(shown(toJson(everything)), shown(merged(json(startValues), json(changed.toStdString()))));
        QCOMPARE(shownIssues(reader.issues()), issues);
    }

    void whatIsWrittenIsReadBack()
    {
        Everything written;
        written.number = 0.1;
        written.optionalText.reset();
        written.numbersById.set("5", 5);
        written.partsById.set("5", {"other", 5});
        Everything read;
        read.optionalText.reset();
        FieldReader reader;
        QVERIFY(readField(toJson(written), read, reader));
        QVERIFY(reader.issues().empty());
        QCOMPARE(shown(toJson(read)), shown(toJson(written)));
        QVERIFY(read == written);
    }

    void anObjectIsTakenOverWithoutACopy()
    {
        const JsonValue value = json(R"({"object":{"a":1}})");
        Everything everything;
        FieldReader reader;
        QVERIFY(readField(value, everything, reader));
        QVERIFY(everything.object.same(*(*value.asObject())["object"].asSharedObject()));
    }
};

QTEST_APPLESS_MAIN(tst_Fields)
#include "tst_Fields.moc"
