// SPDX-License-Identifier: GPL-3.0-or-later
// TeamCity: the tool prints service messages, from which the agent takes artifacts, checks and timings; the artifact
// rule below uploads the folder for agents whose log is not read. To be merged into .teamcity/settings.kts.
import jetbrains.buildServer.configs.kotlin.BuildType
import jetbrains.buildServer.configs.kotlin.buildSteps.script
import jetbrains.buildServer.configs.kotlin.matrix

object Telemetry : BuildType({
    name = "Telemetry"
    artifactRules = "telemetry-artifacts => telemetry-artifacts"
    features {
        matrix {
            param("shard", listOf(value("1/2"), value("2/2")))
        }
    }
    steps {
        script {
            scriptContent = """
                telemetry-inspector --export --strict --artifact-dir telemetry-artifacts \
                    --shard "%shard%" --result telemetry-result.json -- test-results/*.ndjson.gz
            """.trimIndent()
        }
    }
})
