import { parentPort, workerData } from 'node:worker_threads'
import type { AnalysisRequest, AnalysisReply } from './analysis-thread.ts'
import { analyseSeason } from './rules/analyse-season.ts'
import { resultOf } from './rules/home-results.ts'
import { weatherOf } from './rules/weather.ts'

const { readings, temperatures, season, villages, findings } = workerData as AnalysisRequest
const weather = weatherOf(temperatures.days, temperatures.celsius)
const analysis = analyseSeason(readings, weather, season, { villages, findings })
const reply: AnalysisReply = {
  homes: readings.meters.map((_, home) => resultOf(analysis, home, season)),
  weights: [...analysis.weights.mean, ...analysis.weights.covariance],
}
parentPort?.postMessage(reply)
