export { surveyOf } from './rules/survey.ts'
export { latestWishes, outreachOf } from './standing.ts'
