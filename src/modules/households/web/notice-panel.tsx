import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { HomePanelProps } from '../../../web/kit/screen.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ClosingDay } from './closing-day.tsx'
import { PaperSigned } from './paper-signed.tsx'

/** Part of a home's page: its notices, its letter and what it signs. */
export function NoticePanel({ home, ended }: HomePanelProps) {
  const { t, pick } = useWords()
  const mayPrint = useMay('letter.print')
  return (
    <Answered answer={useAnswer('home.notices', { home })}>
      {({ notices, letterIssuedOn, hasEntered, papers, village }) => (
        <>
          <Facts
            items={[
              {
                key: 'notice',
                label: t('notices.title'),
                value:
                  notices.length > 0 ? (
                    <Notices notices={notices} />
                  ) : (
                    <span className="quiet">{t(ended ? 'notice.never' : 'notice.not-yet')}</span>
                  ),
              },
              ...(letterIssuedOn || (mayPrint && !ended)
                ? [
                    {
                      key: 'letter',
                      label: t('letters.letter'),
                      value: (
                        <>
                          {letterIssuedOn && (
                            <>
                              <DayText day={letterIssuedOn} />{' '}
                              <span className="quiet">
                                {t(hasEntered ? 'letters.has-entered' : 'letters.not-entered')}
                              </span>{' '}
                            </>
                          )}
                          {mayPrint && !ended && (
                            <AddressLink to={`/letters/${village}`}>{t('letters.title')}</AddressLink>
                          )}
                        </>
                      ),
                    },
                  ]
                : []),
              ...papers
                .filter(({ signed }) => signed ?? !ended)
                .map((paper) => ({
                  key: paper.id,
                  label: pick(paper.title),
                  value: <PaperSigned paper={paper} />,
                })),
            ]}
          />
        </>
      )}
    </Answered>
  )
}

function Notices({ notices }: { notices: Answer<'home.notices'>['notices'] }) {
  const { t } = useWords()
  const mayOpen = useMay('selection.read')
  return (
    <ul>
      {notices.map((notice) => (
        <li key={notice.id}>
          {mayOpen ? (
            <AddressLink to={`/notices/${notice.id}`}>
              {t('board.number', { number: notice.number })}
            </AddressLink>
          ) : (
            t('board.number', { number: notice.number })
          )}{' '}
          <DayText day={notice.opensOn} />–
          <ClosingDay day={notice.closesOn} running={false} />{' '}
          <span className="quiet">
            {t(`notice-outcome.${notice.outcome ?? 'waiting'}`)}
            {notice.reason && `（${t(`notice-reason.${notice.reason}`)}）`}
          </span>
        </li>
      ))}
    </ul>
  )
}
