// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/AttachView.h"

#include "core/live/BridgeFiles.h"
#include "ui/common/ListActions.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/live/LiveAttach.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace inspector {

using Look = TextTableModel::Look;

AttachView::AttachView(LiveAttach &attach, ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_attach(attach)
    , m_state(new QLabel(this))
    , m_refusal(new QLabel(this))
    , m_switch(new QPushButton(this))
    , m_details(new QWidget(this))
    , m_snippet(new QPlainTextEdit(m_details))
    , m_topics(new QLineEdit(m_details))
    , m_topicsProblem(new QLabel(m_details))
    , m_model(new TextTableModel({{tr("game"), Look::Text}, {tr("state"), Look::Secondary},
                                     {tr("records"), Look::Number}, {tr("file"), Look::Fixed}},
          this))
    , m_table(new QTableView(this))
{
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    const int unit = typography::unit();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit, 0, 0);
    layout->setSpacing(2 * unit);
    layout->addWidget(makeHead());
    layout->addWidget(m_details);
    makeSnippet();
    layout->addWidget(makeSessions(), 3);
    layout->addStretch(1);
    constexpr int pauseMs = 100;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AttachView::showState);
    connect(&attach, &LiveAttach::changed, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(&theme, &ThemeController::changed, this, [this, &theme] { m_model->setTheme(theme.theme()); });
    m_model->setTheme(theme.theme());
    showState();
}

QWidget *AttachView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, 0, 3 * unit, 0);
    layout->setSpacing(unit);
    for (QLabel *label : {m_state, m_refusal})
        label->setTextFormat(Qt::PlainText); // it quotes whoever dialled
    m_state->setWordWrap(true);
    m_refusal->setWordWrap(true);
    m_refusal->setFont(typography::table());
    m_refusal->setProperty("role", QStringLiteral("secondary"));
    m_switch->setProperty("role", QStringLiteral("primary"));
    connect(m_switch, &QPushButton::clicked, this,
        [this] { m_attach.isOn() ? m_attach.turnOff() : m_attach.turnOn(); });
    layout->addWidget(m_state);
    layout->addWidget(m_refusal);
    layout->addSpacing(unit);
    layout->addWidget(m_switch, 0, Qt::AlignLeft);
    return head;
}

QWidget *AttachView::makeSnippet()
{
    const int unit = typography::unit();
    m_details->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(3 * unit, 0, 3 * unit, 0);
    layout->setSpacing(2 * unit);
    auto *first = new QLabel(tr("1. Put the bridge beside the game's page."), m_details);
    auto *bridge = new QPushButton(tr("Save bridge to…"), m_details);
    connect(bridge, &QPushButton::clicked, this, &AttachView::saveBridge);
    auto *second =
        new QLabel(tr("2. Put these lines into the page, and load it from http://localhost."), m_details);
    for (QLabel *step : {first, second}) {
        step->setWordWrap(true);
        step->setFont(typography::table());
    }
    m_snippet->setReadOnly(true);
    m_snippet->setFont(typography::fixed());
    m_snippet->setAccessibleName(tr("Lines for the game's page"));
    m_snippet->setFixedHeight(28 * unit);
    auto *copy = new QPushButton(tr("Copy lines"), m_details);
    connect(copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_attach.snippet()); });
    auto *token = new QPushButton(tr("New token"), m_details);
    token->setToolTip(tr("Pages with the old token are refused from then on"));
    connect(token, &QPushButton::clicked, &m_attach, &LiveAttach::renewToken);
    auto *snapshot = new QPushButton(tr("Ask for state"), m_details);
    snapshot->setToolTip(tr("Every page that is attached sends its whole state as a snapshot"));
    connect(snapshot, &QPushButton::clicked, &m_attach, &LiveAttach::requestSnapshots);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * unit);
    buttons->addWidget(copy);
    buttons->addWidget(token);
    buttons->addWidget(snapshot);
    buttons->addStretch(1);
    layout->addWidget(first);
    layout->addWidget(bridge, 0, Qt::AlignLeft);
    layout->addWidget(second);
    layout->addWidget(m_snippet);
    layout->addLayout(buttons);
    layout->addWidget(makeTopics());
    return m_details;
}

QWidget *AttachView::makeTopics()
{
    auto *topics = new QWidget(m_details);
    auto *layout = new QVBoxLayout(topics);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(typography::unit());
    auto *label = new QLabel(tr("Events that &pages forward"), topics);
    label->setFont(typography::table());
    label->setBuddy(m_topics);
    m_topics->setAccessibleName(tr("Events that pages forward"));
    m_topics->setToolTip(tr("Names or patterns such as quest:* with spaces between; * is any one part of a "
                            "name. Empty: the usual ones."));
    m_topicsProblem->setTextFormat(Qt::PlainText);
    m_topicsProblem->setWordWrap(true);
    m_topicsProblem->setFont(typography::table());
    m_topicsProblem->setProperty("role", QStringLiteral("problem"));
    m_topicsProblem->hide();
    connect(m_topics, &QLineEdit::editingFinished, this, &AttachView::takeTopics);
    layout->addWidget(label);
    layout->addWidget(m_topics);
    layout->addWidget(m_topicsProblem);
    return topics;
}

void AttachView::takeTopics()
{
    if (!m_topics->isModified())
        return;
    Result<std::vector<std::string>> topics = live::readTopics(m_topics->text().toStdString());
    m_topicsProblem->setVisible(!topics);
    if (!topics) {
        m_topicsProblem->setText(words::error(topics.error()));
        return;
    }
    m_topics->setModified(false);
    emit topicsWanted(m_topics->text());
    m_attach.setTopics(std::move(*topics));
    showState();
}

QWidget *AttachView::makeSessions()
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Sessions that attached"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto open = [this] {
        if (const QModelIndex index = m_table->currentIndex(); index.isValid())
            emit openWanted(m_attach.sessions().at(static_cast<std::size_t>(index.row())).path);
    };
    addListAction(*m_table, tr("Open"), QKeySequence(Qt::Key_Return), this, open);
    connect(m_table, &QTableView::doubleClicked, this, open);
    return m_table;
}

QString AttachView::stateText() const
{
    if (!m_attach.isOn())
        return tr(
            "A game that runs in a browser on this machine can attach, and is recorded while it plays.");
    quint64 records = 0;
    std::size_t attached = 0;
    bool isWaiting = false; // the page that came last
    for (const LiveAttach::Session &session : m_attach.sessions()) {
        attached += session.isAttached ? 1 : 0;
        records += session.records;
        if (session.isAttached)
            isWaiting = session.records == 0;
    }
    if (attached == 0)
        return tr("Waiting for a page at %1").arg(m_attach.url());
    if (isWaiting)
        return tr("A page attached; waiting for its first event");
    return tr("%1 attached, %2 recorded")
        .arg(words::counted(attached, tr("page"), tr("pages")),
            words::counted(records, tr("record"), tr("records")));
}

void AttachView::showState()
{
    m_state->setText(stateText());
    m_refusal->setText(m_attach.refusal().isEmpty() ? QString() : tr("Refused: %1").arg(m_attach.refusal()));
    m_refusal->setVisible(!m_attach.refusal().isEmpty());
    m_switch->setText(m_attach.isOn() ? tr("Turn off") : tr("Turn on"));
    m_details->setVisible(m_attach.isOn());
    if (m_snippet->toPlainText() != m_attach.snippet())
        m_snippet->setPlainText(m_attach.snippet());
    const QString topics = words::text(live::topicsText(m_attach.topics()));
    if (!m_topics->isModified() && m_topics->text() != topics) { // else somebody writes
        m_topics->setText(topics);
        m_topics->setCursorPosition(0); // the first ones are seen
    }
    std::vector<TextTableModel::Row> rows;
    for (const LiveAttach::Session &session : m_attach.sessions()) {
        rows.push_back({{session.game.isEmpty() ? tr("a game") : session.game,
                            session.isAttached ? tr("live") : tr("ended"), words::count(session.records),
                            QFileInfo(session.path).fileName()},
            0, session.path});
    }
    m_model->setRows(std::move(rows));
    m_table->setVisible(!m_attach.sessions().empty());
}

void AttachView::saveBridge()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the bridge"));
    if (folder.isEmpty())
        return;
    const auto written = writeBridge(folder.toStdString());
    emit bridgeProblem(written ? QString() : words::error(written.error()));
    if (written)
        emit bridgeSaved(folder);
}

} // namespace inspector
