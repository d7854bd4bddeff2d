import { defineModule } from '../../kernel/act/define.ts'
import { analyse } from './acts/analyse.ts'
import { importReadings } from './acts/readings.ts'
import { importTemperature } from './acts/temperature.ts'
import { takeSeasonUsage } from './acts/take-usage.ts'
import { downloads } from './downloads.ts'
import { analysedHomes, analysisPage, seasonsOfHome } from './queries/analysis.ts'
import { readingsDryRun, temperatureDryRun } from './queries/files.ts'
import { readingHomes, readingsPage } from './queries/readings.ts'

export const grid = defineModule({
  name: 'grid',
  acts: [importReadings, importTemperature, analyse, takeSeasonUsage],
  queries: [
    readingsPage,
    readingHomes,
    readingsDryRun,
    temperatureDryRun,
    analysisPage,
    analysedHomes,
    seasonsOfHome,
  ],
  downloads,
  reactions: [],
  subjects: {},
})
