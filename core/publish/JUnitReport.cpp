// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/JUnitReport.h"

#include "core/base/EcmaJson.h"
#include "core/base/Plural.h"
#include "core/expect/ExpectationReport.h"

#include <QByteArray>
#include <QFileInfo>
#include <QString>
#include <QXmlStreamWriter>

#include <algorithm>
#include <optional>
#include <vector>

namespace inspector {

namespace {

struct Case
{
    enum class Result
    {
        Passed,
        Failed,
        Skipped,
    };

    std::string group, name;
    Result result = Result::Passed;
    std::string message; ///< why it failed or was skipped
    std::string output;
};

using Kind = Case::Result;

Case inputCase(const InputOutcome &input, bool strict)
{
    Case check{"inputs", input.input, Kind::Passed, {}, {}};
    if (input.error) {
        check.result = Kind::Failed;
        check.message = input.error->message;
    } else if (strict && hasOddities(input.read)) {
        check.result = Kind::Failed;
        check.message =
            plural(input.read.warnings, "warning") + ", " + plural(input.read.skippedLines, "skipped line");
    }
    for (const ReadIssue &issue : input.read.issues)
        check.output += (issue.line > 0 ? "line " + std::to_string(issue.line) + ": " : std::string()) +
                        issue.reason + '\n';
    return check;
}

Case expectationCase(const InputOutcome &input, const ExpectationResult &result)
{
    Case check{"expectations", input.input + ": " + result.expectation.title(), Kind::Passed, {}, {}};
    if (!result.isMet) {
        check.result = Kind::Failed;
        check.message = result.expectation.text() + ": " + result.reason + ", " + placeText(result);
    }
    return check;
}

Case stepCase(const PublishStep &step)
{
    using Status = PublishStep::Status;
    Case check{"publish", step.kind, Kind::Passed, {}, step.out + step.err};
    for (const std::string &word : step.arguments) {
        if (step.kind == PublishStep::logCommands) // other ones in each run
            check.output += word + '\n';
        else
            check.name += ' ' + word;
    }
    if (step.status == Status::Failed || step.status == Status::Timeout) {
        check.result = Kind::Failed;
        check.message = step.reason;
    } else if (step.status != Status::Succeeded) {
        check.result = Kind::Skipped;
        check.message =
            step.skippedReason.empty() ? std::string(statusName(step.status)) : step.skippedReason;
    }
    return check;
}

std::vector<Case> casesOf(const ExportOutcome &exported, const PublishOutcome &published)
{
    std::vector<Case> cases;
    if (exported.error)
        cases.push_back({"export", "begins", Kind::Failed, exported.error->message, {}});
    for (const InputOutcome &input : exported.inputs) {
        cases.push_back(inputCase(input, exported.strict));
        for (const ExpectationResult &result : input.expectations)
            cases.push_back(expectationCase(input, result));
        for (const InputOutcome::File &file : input.files) {
            cases.push_back({"artifacts",
                QFileInfo(QString::fromStdString(file.path)).fileName().toStdString(), Kind::Passed, {}, {}});
        }
        for (const ExportReport::Failed &failed : input.failures) {
            const std::string name = failed.filename.empty() ? failed.writer : failed.filename;
            cases.push_back({"artifacts", name, Kind::Failed, failed.error.message, {}});
        }
    }
    for (const PublishStep &step : published.steps)
        cases.push_back(stepCase(step));
    return cases;
}

/// Text for XML 1.0, which has no control characters.
QString xmlText(const std::string &text, const Redactor &redactor)
{
    QString clean = QString::fromStdString(redactor.redacted(text));
    for (QChar &c : clean) {
        const bool isControl = c.unicode() < u' ' && c != u'\n' && c != u'\t';
        if (isControl || c.unicode() >= 0xfffe)
            c = QChar(QChar::ReplacementCharacter);
    }
    return clean;
}

class Writer
{
public:
    explicit Writer(const Redactor &redactor)
        : m_redactor(redactor)
        , m_xml(&m_bytes)
    {}

    void attribute(const char *name, const std::string &value)
    {
        m_xml.writeAttribute(QString::fromLatin1(name), xmlText(value, m_redactor));
    }
    void begin(const char *name) { m_xml.writeStartElement(QString::fromLatin1(name)); }
    void end() { m_xml.writeEndElement(); }
    void text(const std::string &value) { m_xml.writeCharacters(xmlText(value, m_redactor)); }

    void property(const std::string &name, double value)
    {
        std::string shown;
        appendJsonNumber(shown, value);
        begin("property");
        attribute("name", name);
        attribute("value", shown);
        end();
    }

    void write(const Case &check)
    {
        begin("testcase");
        attribute("classname", "telemetry-inspector." + check.group);
        attribute("name", check.name);
        if (check.result != Kind::Passed) {
            begin(check.result == Kind::Failed ? "failure" : "skipped");
            attribute("message", check.message);
            end();
        }
        if (!check.output.empty()) {
            begin("system-out");
            text(check.output);
            end();
        }
        end();
    }

    void startDocument()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
    }
    std::string finish()
    {
        m_xml.writeEndDocument();
        return m_bytes.toStdString();
    }

private:
    const Redactor &m_redactor;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

std::string junitText(
    const ExportOutcome &exported, const PublishOutcome &published, const Redactor &redactor)
{
    const std::vector<Case> cases = casesOf(exported, published);
    const auto count = [&](Kind result) {
        return std::to_string(std::count_if(
            cases.begin(), cases.end(), [&](const Case &check) { return check.result == result; }));
    };
    Writer xml(redactor);
    xml.startDocument();
    xml.begin("testsuites");
    xml.begin("testsuite");
    xml.attribute("name", "telemetry-inspector");
    xml.attribute("tests", std::to_string(cases.size()));
    xml.attribute("failures", count(Kind::Failed));
    xml.attribute("errors", "0");
    xml.attribute("skipped", count(Kind::Skipped));
    xml.begin("properties");
    xml.property("exportDurationMs", exported.durationMs);
    for (const ExportReport::WriterSummary &writer : exported.writers())
        xml.property(writer.id + ".durationMs", writer.durationMs);
    xml.end();
    for (const Case &check : cases)
        xml.write(check);
    return xml.finish();
}

} // namespace inspector
