// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/SessionReport.h"

#include "core/base/DurationText.h"
#include "core/base/HtmlText.h"
#include "core/base/IsoTime.h"
#include "core/base/NumberText.h"
#include "core/base/Plural.h"
#include "core/base/ShortJson.h"
#include "core/expect/ExpectationReport.h"
#include "core/factions/AttitudeRule.h"
#include "core/plot/FactionPlot.h"
#include "core/plot/TutorialPlot.h"
#include "core/report/ReportStyle.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr std::size_t rowsShown = 200; // of a table; the artifacts have them all

std::string cell(const std::string &html, const char *kind = "")
{
    return std::string("<td") + (*kind == 0 ? "" : std::string(" class=\"") + kind + "\"") + ">" + html +
           "</td>";
}

std::string head(std::initializer_list<const char *> titles)
{
    std::string out = "<div class=\"wide\"><table>\n<thead><tr>";
    for (const char *title : titles)
        out += std::string("<th scope=\"col\">") + title + "</th>";
    return out + "</tr></thead>\n<tbody>\n";
}

constexpr const char *tableEnd = "</tbody>\n</table></div>\n";

std::string more(std::size_t all, const char *what)
{
    return all <= rowsShown ? "" : "<p>… and " + plural(all - rowsShown, what) + " more.</p>\n";
}

class Page
{
public:
    explicit Page(const SessionReport &report)
        : m_report(report)
    {}

    std::string write()
    {
        begin();
        expectations();
        factions();
        tutorial();
        problems();
        m_out += "<footer>Written by telemetry-inspector " INSPECTOR_VERSION;
        if (const auto time = isoText(m_report.generatedAt))
            m_out += ", <time>" + *time + "</time>";
        return std::move(m_out) + ".</footer>\n</main>\n</body>\n</html>\n";
    }

private:
    void begin()
    {
        const std::string title =
            htmlText(m_report.name) + (m_report.label.empty() ? "" : ", " + htmlText(m_report.label));
        m_out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'\">\n<title>" +
                title + "</title>\n<style>\n" + std::string(reportStyle) +
                "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p class=\"facts\">" + facts() +
                "</p>\n";
    }

    [[nodiscard]] std::string facts() const
    {
        const SessionTracks &tracks = m_report.tracks;
        std::string out =
            plural(m_report.read.records, "record") + ", " + plural(m_report.read.events, "event");
        if (m_report.read.unknownEvents > 0)
            out += " (" + std::to_string(m_report.read.unknownEvents) + " that no slice knows)";
        if (tracks.lastTime > tracks.firstTime)
            out += ", " + durationText(tracks.lastTime - tracks.firstTime);
        if (const auto begin = isoText(tracks.firstTime))
            out += " from <time>" + *begin + "</time>";
        return out + ". " + plural(m_report.problems.size(), "problem") + ".";
    }

    void expectations()
    {
        const auto &results = m_report.expectations;
        if (results.empty())
            return;
        m_out += "<section>\n<h2>Expectations</h2>\n" + head({"", "Expected", "Found", "Where"});
        for (std::size_t i = 0; i < std::min(results.size(), rowsShown); ++i) {
            const ExpectationResult &result = results[i];
            m_out += "<tr>" + (result.isMet ? cell("✓ met", "met") : cell("✗ not met", "missed")) +
                     cell(htmlText(result.expectation.wholeTitle())) +
                     cell(htmlText(result.isMet ? shortJson(result.actual) : result.reason)) +
                     cell(placeText(result), "place") + "</tr>\n";
        }
        m_out += tableEnd + more(results.size(), "expectation") + "</section>\n";
    }

    void factions()
    {
        m_out += "<section>\n<h2>Factions</h2>\n";
        const auto &factions = m_report.state.factions;
        if (factions.empty()) {
            m_out += "<p>No faction was heard of.</p>\n</section>\n";
            return;
        }
        m_out += "<figure>\n" + factionPlot(m_report.tracks, m_report.catalogue) +
                 "<figcaption>Fame solid, infamy dashed; the attitude is at the top of each "
                 "lane.</figcaption>\n</figure>\n" +
                 head({"Faction", "Attitude", "Fame", "Infamy", "Cascades", "Last cascade from"});
        for (std::size_t i = 0; i < std::min(factions.size(), rowsShown); ++i) {
            const StateSummary::Faction &faction = factions[i];
            const bool isKnown = attitudeRank(faction.attitude) >= 0;
            m_out += "<tr>" + cell(htmlText(faction.name)) +
                     cell(htmlText(faction.attitude), isKnown ? faction.attitude.c_str() : "") +
                     cell(numberText(faction.fame), "number") + cell(numberText(faction.infamy), "number") +
                     cell(numberText(faction.cascades), "number") +
                     cell(htmlText(faction.lastCascadeFrom.value_or(""))) + "</tr>\n";
        }
        m_out += tableEnd + more(factions.size(), "faction") + "</section>\n";
    }

    void tutorial()
    {
        const TutorialProgress &progress = m_report.state.tutorial;
        m_out += "<section>\n<h2>Tutorial</h2>\n<p>" + progressText(progress) + "</p>\n";
        if (const std::string plot = tutorialPlot(m_report.tracks); !plot.empty())
            m_out += "<figure>\n" + plot + "</figure>\n";
        m_out += "</section>\n";
    }

    [[nodiscard]] std::string progressText(const TutorialProgress &progress) const
    {
        std::string out = progress.completed ? "Completed"
                          : progress.skipped ? "Skipped"
                          : progress.enabled ? "Under way"
                                             : "Not running";
        out += ", " + std::to_string(progress.completedSteps);
        if (progress.totalSteps > 0)
            out += " of " + numberText(progress.totalSteps);
        out += " steps done";
        if (progress.currentStep)
            out += ", at “" + htmlText(m_report.state.currentPrompt.value_or(*progress.currentStep)) + "”";
        out += ".";
        if (const auto &slowest = m_report.state.slowestStep)
            out += " Slowest step: " + htmlText(slowest->id) + ", " + durationText(slowest->durationMs) + ".";
        return out;
    }

    void problems()
    {
        const auto &problems = m_report.problems;
        m_out += "<section>\n<h2>Problems</h2>\n";
        if (problems.empty()) {
            m_out += "<p>Nothing odd was found.</p>\n</section>\n";
            return;
        }
        const ReadReport &read = m_report.read;
        if (read.warnings + read.skippedLines + read.gaps > 0) {
            m_out += "<p>While it was read: " + plural(read.warnings, "warning") + ", " +
                     plural(read.skippedLines, "skipped line") + ", " + plural(read.gaps, "gap") + ".</p>\n";
        }
        m_out += head({"Problem", "Kind", "Times", "First", "Last"});
        for (std::size_t i = 0; i < std::min(problems.size(), rowsShown); ++i) {
            const Problem &problem = problems[i];
            m_out += "<tr>" + cell(htmlText(problem.text)) + cell(htmlText(nameOf(problem.kind)), "place") +
                     cell(std::to_string(problem.count), "number") + cell(placeOf(problem.first), "number") +
                     cell(problem.count == 1 ? "" : placeOf(problem.last), "number") + "</tr>\n";
        }
        m_out += tableEnd + more(problems.size(), "problem") + "</section>\n";
    }

    static std::string placeOf(const Problem::Place &place)
    {
        if (place.record > 0)
            return "#" + std::to_string(place.record);
        return place.line == 0 ? "" : "line " + std::to_string(place.line);
    }

    const SessionReport &m_report;
    std::string m_out;
};

} // namespace

std::string reportHtml(const SessionReport &report)
{
    return Page(report).write();
}

} // namespace inspector
