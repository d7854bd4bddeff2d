import type { Said } from '../../../kernel/words/words.ts'
import type { OwnQuestion, PlaceToGo } from './own-question.ts'

export type OwnStep = OwnQuestion['missing'][number] & { changeable?: boolean }

/** What several conditions have in common: one thing to do, with one set of papers. */
export interface ToDoOnce {
  does: Said
  papers: Said[]
  steps: OwnStep[]
}

export interface AtPlace {
  place: PlaceToGo | null
  toDo: ToDoOnce[]
}

/** By where to go, so that a family reads each place once and each thing to do once. */
export function stepsByPlace(steps: readonly OwnStep[]): AtPlace[] {
  const found: AtPlace[] = []
  for (const step of steps) {
    const place = step.places[0] ?? null
    let at = found.find((one) => one.place?.id === place?.id)
    if (!at) found.push((at = { place, toDo: [] }))
    const same = at.toDo.find(({ steps: [first] }) => first?.does.zh === step.does.zh)
    if (!same) at.toDo.push({ does: notSaidIn(at.toDo, step.does), papers: [...step.papers], steps: [step] })
    else {
      same.steps.push(step)
      same.papers.push(...step.papers.filter(({ zh }) => !same.papers.some((paper) => paper.zh === zh)))
    }
  }
  return found
}

/** Advice is a row of cases, set apart by semicolons: one that stands above already is not repeated. */
function notSaidIn(toDo: readonly ToDoOnce[], { zh, en }: Said): Said {
  const rest = (text: string, mark: string, said: readonly string[]) => {
    const before = new Set(said.flatMap((one) => one.split(mark)))
    return text
      .split(mark)
      .filter((part) => !before.has(part))
      .join(mark)
  }
  return {
    zh: rest(
      zh,
      '；',
      toDo.flatMap(({ steps }) => steps.map(({ does }) => does.zh)),
    ),
    en: sentence(
      rest(
        en,
        '; ',
        toDo.flatMap(({ steps }) => steps.map(({ does }) => does.en)),
      ),
    ),
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What every way asks for, told once, and what is left of each: the choice the family has. */
export function splitWays(ways: readonly (readonly OwnStep[])[]): { always: OwnStep[]; either: OwnStep[][] } {
  const [first = []] = ways
  const always = first.filter(({ fact }) => ways.every((way) => way.some((step) => step.fact === fact)))
  const common = new Set(always.map(({ fact }) => fact))
  const either = ways.map((way) => way.filter(({ fact }) => !common.has(fact)))
  // A way with nothing left of it needs no choice.
  return { always, either: either.some((way) => way.length === 0) ? [] : either }
}

/** Whether what to do names where to go already. */
export const hasPlaces = (question: OwnQuestion | null): boolean =>
  question !== null &&
  question.answer !== 'yes' &&
  [...question.missing, ...question.ways.flat()].some(({ places }) => places.length > 0)
