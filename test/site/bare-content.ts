import { generatedViews } from '../../src/records/meeting.ts';
import { markdown, writeFiles } from './odd-content.ts';

/** An organisation that has just begun: a board nobody sits on yet, and nothing that it could have before it. */
const begun: Readonly<Record<string, string>> = {
  'organisation.yml': JSON.stringify({
    name: 'Example Council',
    short_name: 'Council',
    as_at: '2017-10-04',
    marking: 'OFFICIAL',
    standard: { tolerances: { time_days: 30, cost_percent: 10, benefits_percent: 10, risk_score: 15 } },
    groups: [],
  }),
  'roles.yml': JSON.stringify([{ id: 'chair', title: 'Chair' }]),
  'glossary.yml': '[]\n',
  'boards/town-board.md': markdown({
    name: 'Town Board',
    abbreviation: 'TB',
    chair: 'chair',
    members: [],
    quorum: 3,
    cadence: 'monthly',
  }),
};

/** Writes the content of an organisation that has no meeting, and an initiative of which nothing is on record. */
export async function writeContentWithoutMeetings(content: string): Promise<void> {
  await writeFiles(content, {
    ...begun,
    'initiatives/bridge/index.md': markdown({ name: 'Bridge', level: 'project', sro: 'chair' }),
  });
}

/** Writes the content of an organisation whose one board meets for the first time, to see every register there could be. */
export async function writeContentWithOneMeeting(content: string): Promise<void> {
  const views = generatedViews.filter((view) => view !== 'portfolio' && view !== 'capital-plan');
  await writeFiles(content, {
    ...begun,
    'meetings/town-board/2017-10-18/agenda.md': markdown({
      start: '10:00',
      end: '12:00',
      place: 'Town hall',
      status: 'issued',
      issued: '2017-10-04',
      items: views.map((view, index) => ({
        number: index + 1,
        title: `Register: ${view.replaceAll('-', ' ')}`,
        purpose: 'information',
        minutes: 5,
        view,
      })),
    }),
  });
}
