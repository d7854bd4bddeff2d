export { surveyOf } from './rules/survey.ts'
export { outreachOf } from './standing.ts'
