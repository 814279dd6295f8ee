// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin of clang-tidy (packaging/tidy-one.sh): its checks visit what this project declares. The headers of
// Qt and of the standard library are read all the same, but what is found there is never shown, and to look
// for it took half of the time.
#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class OwnCode final : public clang::ASTConsumer
{
    void HandleTranslationUnit(clang::ASTContext &context) override
    {
        const clang::SourceManager &sources = context.getSourceManager();
        std::vector<clang::Decl *> own;
        for (clang::Decl *declaration : context.getTranslationUnitDecl()->decls()) {
            const clang::SourceLocation place = sources.getExpansionLoc(declaration->getLocation());
            if (place.isValid() && !sources.isInSystemHeader(place))
                own.push_back(declaration);
        }
        context.setTraversalScope(own);
    }
};

class OwnCodeAction final : public clang::PluginASTAction
{
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(
        clang::CompilerInstance & /*compiler*/, llvm::StringRef /*file*/) override
    {
        return std::make_unique<OwnCode>();
    }

    bool ParseArgs(const clang::CompilerInstance & /*compiler*/,
        const std::vector<std::string> & /*arguments*/) override
    {
        return true;
    }

    ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<OwnCodeAction> added(
    "own-code", "checks visit what is not of a system header");

} // namespace
