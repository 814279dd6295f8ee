// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cascades/CascadeContent.h"

#include "core/factions/FactionCatalogue.h"
#include "ui/common/Words.h"

#include <QCoreApplication>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CascadesView)
};

QStringList namesOf(const std::vector<std::string> &ids, const FactionCatalogue &catalogue)
{
    QStringList names;
    for (const std::string &id : ids)
        names << (id.empty() ? Tr::tr("not named") : words::text(catalogue.nameOf(id)));
    return names;
}

} // namespace

MatrixContent cascadeContent(const CascadeMatrix &matrix, const FactionCatalogue &catalogue, bool isFlips)
{
    MatrixContent content{Tr::tr("source"), Tr::tr("target"), namesOf(matrix.sources, catalogue),
        namesOf(matrix.targets, catalogue), {}};
    for (std::size_t source = 0; source < matrix.sources.size(); ++source) {
        for (std::size_t target = 0; target < matrix.targets.size(); ++target) {
            const CascadeMatrix::Cell &cell = matrix.at(source, target);
            content.values.push_back(static_cast<double>(isFlips ? cell.flips : cell.count));
        }
    }
    return content;
}

QString cascadeTitle(bool isFlips)
{
    return isFlips ? Tr::tr("Changes of attitude by cascades, from source to target")
                   : Tr::tr("Cascades from source to target");
}

} // namespace inspector
