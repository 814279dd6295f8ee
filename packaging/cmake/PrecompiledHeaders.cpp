// SPDX-License-Identifier: GPL-3.0-or-later
// Says nothing: CMake gives precompiled headers only to a target that compiles something.
