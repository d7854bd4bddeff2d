import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ComponentType, type MouseEvent, useMemo, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { useGo } from '../address/address-link.tsx'
import { type AvailableAct, availableActs } from '../api/acts.ts'
import type { Trouble } from '../api/trouble.ts'
import { ActForm } from '../form/act-form.tsx'
import type { Option } from '../form/field-input.tsx'
import { fieldsOf } from '../form/fields.ts'
import type { FormValues } from '../form/input.ts'
import { useWords } from '../language/use-words.ts'
import { Answered } from '../states/answered.tsx'
import { Empty } from '../states/empty.tsx'
import { Refusals } from './refusals.tsx'

/** A form of an act's own, where the generated one will not do. */
export type OwnForm = ComponentType<{ id: string; onDone: () => void; onCancel: () => void }>

/** What waits for somebody here: an act of this page, or the page it is done on with what the button says. */
export type Waiting = { act: string } | { to: string; label: string }

interface Props {
  /** The subject: `home`, `village`, … */
  type: string
  id: string
  /** Own forms by act kind. */
  forms?: Readonly<Record<string, OwnForm>>
  /** What may be chosen for fields that hold another thing's id, by field name. */
  options?: Readonly<Record<string, readonly Option[]>>
  /** The field that names the subject in the input, where it is neither `<type>` nor `id`. */
  subjectField?: string
  /** Fields that name what an act makes, `id` unless told; the screen brings the new thing's id. */
  made?: readonly string[]
  /** What waits, the most pressing first: it leads the row. `null` while that is not known yet. */
  waiting?: readonly Waiting[] | null
  /** Only these acts, where the page is about a part of what the subject is. */
  only?: readonly string[]
  /** Parts of the input the page knows already. */
  given?: Readonly<Record<string, unknown>>
  /** By act kind: what its form begins with, to be changed there. */
  proposed?: Readonly<Record<string, FormValues>>
}

const ownId = ['id'] as const

/** The acts about one thing; a page that shows them late asks early. */
export const useAvailable = (type: string, id: string) =>
  useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', type, id],
    queryFn: ({ signal }) => availableActs(type, id, signal),
  })

/** What I may do here now, and why not the rest. */
export function AvailableActs({
  type,
  id,
  forms = {},
  options,
  subjectField,
  made: names = ownId,
  waiting,
  only,
  given,
  proposed,
}: Props) {
  const { t, pick } = useWords()
  const answer = useAvailable(type, id)
  const offered = answer.data?.filter(({ kind }) => only?.includes(kind) ?? true)
  const [chosen, setChosen] = useState<AvailableAct>()
  // An act that makes something within its subject brings the new thing's id; one opening of the form is one thing.
  const made = useMemo(
    () =>
      Object.fromEntries(
        (chosen ? fieldsOf(chosen.form) : [])
          .filter(({ name }) => names.includes(name))
          .map(({ name }) => [name, newId()]),
      ),
    [chosen, names],
  )
  const close = () => setChosen(undefined)
  const Own = chosen && forms[chosen.kind]
  return (
    <Answered
      answer={waiting === null ? { ...answer, data: undefined } : { ...answer, data: offered }}
      isEmpty={(acts) => acts.length === 0 && !waiting?.length}
      empty={<Empty>{t('kit.acts.none')}</Empty>}
    >
      {(acts) => (
        <div className="available-acts">
          <div className="available-now">
            {inOrder(
              acts.filter(({ refusals }) => refusals.length === 0),
              waiting,
            ).map(({ next, isFirst }) =>
              'to' in next ? (
                <GoButton key={next.to} {...next} isFirst={isFirst} />
              ) : (
                <Button
                  key={next.kind}
                  type={isFirst ? 'primary' : 'default'}
                  onClick={() => setChosen(next)}
                >
                  {pick(next.title)}
                </Button>
              ),
            )}
          </div>
          <NotNow acts={acts.filter(({ refusals }) => refusals.length > 0)} />
          <Modal
            open={chosen !== undefined}
            title={chosen && pick(chosen.title)}
            onCancel={close}
            footer={null}
            destroyOnHidden
          >
            {chosen &&
              (Own ? (
                <Own id={id} onDone={close} onCancel={close} />
              ) : (
                <ActForm
                  kind={chosen.kind}
                  schema={chosen.form}
                  fixed={{ ...made, ...given, [subjectField ?? subjectFieldOf(chosen, type)]: id }}
                  initial={proposed?.[chosen.kind]}
                  evidence={chosen.evidence}
                  options={options}
                  onDone={close}
                  onCancel={close}
                />
              ))}
          </Modal>
        </div>
      )}
    </Answered>
  )
}

type Next = AvailableAct | Extract<Waiting, { to: string }>

/** What waits leads; where nobody says what does, the first act there is. */
function inOrder(acts: readonly AvailableAct[], waiting: Props['waiting']) {
  const leading = (waiting ?? []).flatMap((one): readonly Next[] =>
    'to' in one ? [one] : acts.filter(({ kind }) => kind === one.act),
  )
  const leads = waiting ? leading.length > 0 : true
  return [...new Set<Next>([...leading, ...acts])].map((next, at) => ({ next, isFirst: leads && at === 0 }))
}

/** A button that is a link: also opened beside, as any other. */
function GoButton({ to, label, isFirst }: { to: string; label: string; isFirst: boolean }) {
  const go = useGo()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <Button type={isFirst ? 'primary' : 'default'} href={to} onClick={follow}>
      {label}
    </Button>
  )
}

function NotNow({ acts }: { acts: readonly AvailableAct[] }) {
  const { t, pick } = useWords()
  if (acts.length === 0) return null
  return (
    <details className="not-now">
      <summary>{t('kit.acts.not-now', { count: acts.length })}</summary>
      <ul>
        {acts.map((act) => (
          <li key={act.kind}>
            <b>{pick(act.title)}</b>
            <Refusals refusals={act.refusals} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const subjectFieldOf = ({ form }: AvailableAct, type: string): string =>
  fieldsOf(form).some(({ name }) => name === type) ? type : 'id'
