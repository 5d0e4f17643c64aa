import { addresses, anchors } from '../../library/addresses.ts';
import type { Library } from '../../library/library.ts';
import { find } from '../../library/shelf.ts';
import { changeLog } from '../../registers/changes.ts';
import { issueRegister } from '../../registers/issues.ts';
import { milestoneRegister } from '../../registers/milestones.ts';
import { type InitiativeGlance, initiativeGlances } from '../../registers/portfolio.ts';
import { riskRegister } from '../../registers/risks.ts';
import { milestoneWord, ratingWord, stateWord } from '../../views/badges.ts';
import { capital } from '../../views/words.ts';
import { markingOf } from '../page-markings.ts';
import { bodyRecords, searchRecord, sentences, withAnchor } from './make.ts';
import type { SearchRecord } from './record.ts';

/** Initiatives, and every section of every report. */
export function initiativeRecords(library: Library): SearchRecord[] {
  return initiativeGlances(library).flatMap((glance) => {
    const { initiative, sroTitle, rating } = glance;
    const { name, strand, level, stage } = initiative.data;
    const own = searchRecord(library, {
      address: addresses.initiative(initiative.id),
      kind: 'Initiative',
      title: name,
      text: sentences(capital(level), strand, stage, sroTitle),
      status: rating === null ? '' : ratingWord(rating),
      marking: markingOf(library, initiative),
    });
    return [
      own,
      ...bodyRecords(library, initiative, { ...own, address: withAnchor(own.address, 'about') }, 'about-'),
      ...reportRecords(library, glance),
    ];
  });
}

function reportRecords(library: Library, { initiative, reports }: InitiativeGlance): SearchRecord[] {
  return reports.flatMap(({ report }, index) => {
    const isLatest = index === reports.length - 1;
    const { rag, finance, asks, submitted } = report.data;
    const of = searchRecord(library, {
      address: withAnchor(addresses.initiative(initiative.id), isLatest ? 'latest-report' : 'earlier-reports'),
      kind: 'Report',
      title: `${initiative.data.name}, report for ${find(library.cycles, report.parts.cycle)?.data.period ?? ''}`,
      text: '',
      date: submitted,
      status: ratingWord(rag.overall.value),
      marking: markingOf(library, initiative),
    });
    const text = sentences(
      rag.overall.path_to_green,
      rag.overall.reason,
      finance.narrative,
      ...asks.map((ask) => ask.text),
    );
    const sections = bodyRecords(library, report, of, isLatest ? 'report-' : `${report.parts.cycle}-`);
    return [...(text === '' ? [] : [{ ...of, text }]), ...sections];
  });
}

/** Risks, issues, milestones and benefits, each where the page of its initiative has it. */
export function registerRecords(library: Library): SearchRecord[] {
  const common = (id: string) => {
    const initiative = find(library.initiatives, id);
    return {
      place: initiative?.data.name ?? id,
      marking: initiative === undefined ? library.organisation.marking : markingOf(library, initiative),
    };
  };
  const at = (id: string, anchor: string): string => withAnchor(addresses.initiative(id), anchor);
  return [
    ...riskRegister(library).map(({ risk, ownerTitle, note, isOpen, residual }) =>
      searchRecord(library, {
        ...common(risk.initiative),
        address: at(risk.initiative, anchors.risk(risk.id)),
        kind: 'Risk',
        title: risk.event,
        text: sentences(
          `Because: ${risk.cause}`,
          `Effect: ${risk.effect}`,
          ...risk.actions,
          note,
          ownerTitle,
          `Score ${residual.score}`,
        ),
        date: risk.raised,
        status: isOpen ? 'Open' : 'Closed',
      }),
    ),
    ...issueRegister(library).map(({ issue, isOpen }) =>
      searchRecord(library, {
        ...common(issue.initiative),
        address: at(issue.initiative, anchors.issue(issue.id)),
        kind: 'Issue',
        title: issue.description,
        text: sentences(issue.impact, issue.recommendation),
        date: issue.raised,
        status: isOpen ? 'Open' : 'Closed',
      }),
    ),
    ...milestoneRegister(library).rows.map(({ milestone, quarter, leadLabel, status, note }) =>
      searchRecord(library, {
        ...common(milestone.initiative),
        address: at(milestone.initiative, anchors.milestone(milestone.id)),
        kind: 'Milestone',
        title: milestone.title,
        text: sentences(quarter, `Lead ${leadLabel}`, milestone.acceptance, milestone.condition?.text, note),
        status: milestoneWord(status),
      }),
    ),
    ...Object.values(library.benefits).map((benefit) =>
      searchRecord(library, {
        ...common(benefit.initiative),
        address: withAnchor(addresses.register('benefits'), anchors.benefit(benefit.id)),
        kind: 'Benefit',
        title: benefit.title,
        text: sentences(benefit.measure, capital(benefit.class)),
      }),
    ),
  ];
}

/** Change requests: the form, and the change in full. */
export function changeRecords(library: Library): SearchRecord[] {
  return changeLog(library).flatMap(({ change, initiativeName, raised, state }) => {
    const { title, reason, options, recommendation, conditions } = change.data;
    const of = searchRecord(library, {
      address: addresses.changeRequest(change.id),
      kind: 'Change request',
      title: `${change.id.toUpperCase()} ${title}`,
      text: sentences(reason, ...options, recommendation, ...conditions),
      place: initiativeName,
      date: raised,
      status: stateWord(state),
    });
    return [of, ...bodyRecords(library, change, { ...of, address: withAnchor(of.address, 'in-full') }, 'change-')];
  });
}
