export { aboutOf, type Look, writeLooks } from './looks.ts'
