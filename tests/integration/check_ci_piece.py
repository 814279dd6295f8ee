# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what a provider's JSON schema says against a CI piece: check_ci_piece.py PIECE SCHEMA"""
import json
import re
import sys

import jsonschema
import yaml


class Yaml12Loader(yaml.SafeLoader):
    """Takes "on" for a word, as the providers do; only true and false are booleans."""


Yaml12Loader.yaml_implicit_resolvers = {
    letter: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:bool"]
    for letter, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))

with open(sys.argv[1], encoding="utf-8") as piece, open(sys.argv[2], encoding="utf-8") as file:
    schema = json.load(file)
    document = yaml.load(piece, Yaml12Loader)
validator = jsonschema.validators.validator_for(schema)(schema)
for error in validator.iter_errors(document):
    print("/".join(map(str, error.absolute_path)) + ": " + error.message)
