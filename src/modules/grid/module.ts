import { defineModule } from '../../kernel/act/define.ts'
import { importReadings } from './acts/readings.ts'
import { importTemperature } from './acts/temperature.ts'
import { downloads } from './downloads.ts'
import { readingsDryRun, temperatureDryRun } from './queries/files.ts'
import { readingHomes, readingsPage } from './queries/readings.ts'

export const grid = defineModule({
  name: 'grid',
  acts: [importReadings, importTemperature],
  queries: [readingsPage, readingHomes, readingsDryRun, temperatureDryRun],
  downloads,
  reactions: [],
  subjects: {},
})
