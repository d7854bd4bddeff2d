import { Button } from 'antd'
import { useState } from 'react'
import { evidenceAddress } from '../../../web/kit/api/evidence.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { InstantText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'

/** Every act about this home, the newest first: who, when, by which clause, on what evidence, sealed or not yet. */
export function HomeHistory({ home }: { home: string }) {
  const { t, find, pick } = useWords()
  const [trail, setTrail] = useState<string[]>([])
  const answer = useAnswer('home.acts', { home, after: trail.at(-1) })
  const answers = useAnswer('home.answers', { home }).data ?? []
  const cameOf = (act: string) =>
    answers
      .filter((one) => one.act === act)
      .map(({ key, fact }) => (fact ? `${pick(fact)}${t('kit.colon')}${t(key)}` : t(key)))
      .join(t('kit.list-comma'))
  return (
    <Answered answer={answer}>
      {({ rows, next }) => (
        <>
          <ol className="home-history">
            {rows.map((act) => (
              <li key={act.id}>
                <b>{find(`act.${act.kind}`) ?? act.kind}</b> {act.paper && pick(act.paper)}{' '}
                {cameOf(act.id) && <span>{cameOf(act.id)} </span>}
                <Clauses ids={act.clauses} />
                <br />
                <span className="quiet">
                  <InstantText at={act.happenedAt} /> · {act.by ?? t('home.by-program')}
                  {act.organisation && ` (${act.organisation})`} ·{' '}
                  {t(act.sealed ? 'home.sealed' : 'home.not-sealed')}
                </span>
                <span className="home-evidence">
                  {act.evidence.map((file, at) =>
                    file.digest ? (
                      <a
                        key={`${file.digest} ${at}`}
                        href={evidenceAddress(file.digest)}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {find(`evidence.${file.kind}`) ?? file.kind}
                      </a>
                    ) : (
                      <span key={`${file.kind} ${at}`}>{find(`evidence.${file.kind}`) ?? file.kind}</span>
                    ),
                  )}
                </span>
              </li>
            ))}
          </ol>
          {trail.length > 0 && (
            <Button size="small" onClick={() => setTrail(trail.slice(0, -1))}>
              {t('home.newer')}
            </Button>
          )}
          {next && (
            <Button size="small" onClick={() => setTrail([...trail, next])}>
              {t('home.older')}
            </Button>
          )}
        </>
      )}
    </Answered>
  )
}
