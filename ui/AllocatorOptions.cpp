// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into a program it gives that program jemalloc, with huge pages (docs/decisions/0009-jemalloc.md).

/// What jemalloc looks for by this name (jemalloc(3), "TUNING").
extern "C" const char *const malloc_conf =
    "thp:always,metadata_thp:auto,narenas:2,background_thread:true,dirty_decay_ms:60000";
