import { defineModule } from '../../kernel/act/define.ts'
import { analyse } from './acts/analyse.ts'
import { drawVisits } from './acts/draw-visits.ts'
import { importReadings } from './acts/readings.ts'
import { recordVisit } from './acts/record-visit.ts'
import { importTemperature } from './acts/temperature.ts'
import { takeSeasonUsage } from './acts/take-usage.ts'
import { downloads } from './downloads.ts'
import { analysedHomes, analysisPage, seasonsOfHome } from './queries/analysis.ts'
import { readingsDryRun, temperatureDryRun } from './queries/files.ts'
import { visitList, visitPage } from './queries/visits.ts'
import { readingHomes, readingsPage } from './queries/readings.ts'

export const grid = defineModule({
  name: 'grid',
  acts: [importReadings, importTemperature, analyse, takeSeasonUsage, drawVisits, recordVisit],
  queries: [
    readingsPage,
    readingHomes,
    readingsDryRun,
    temperatureDryRun,
    analysisPage,
    analysedHomes,
    seasonsOfHome,
    visitList,
    visitPage,
  ],
  downloads,
  reactions: [],
  subjects: { 'season-visit': 'season_visit' },
})
