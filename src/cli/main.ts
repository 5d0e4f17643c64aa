import { Command, CommanderError, Option } from 'commander';
import { EnvironmentError } from '../diagnostics/environment-error.ts';
import { type Format, formats } from '../diagnostics/format.ts';
import { TypesetError } from '../pack/typeset/typeset-error.ts';
import type { BuildOptions } from './build.ts';
import { checkCommand } from './check.ts';
import { type CycleOptions, cycleCommand } from './cycle.ts';
import { type DiffOptions, diffCommand } from './diff.ts';
import { type Effects, realEffects } from './effects.ts';
import { newMinutesCommand } from './new.ts';
import type { CommonOptions } from './options.ts';
import type { PackOptions } from './pack.ts';
import type { PublishOptions } from './publish.ts';
import type { ReleaseOptions } from './release.ts';
import type { VerifyOptions } from './verify.ts';
import { version } from './version.ts';
import { whyCommand } from './why.ts';

/**
 * Runs the program.
 *
 * @param args the words after the program's name
 * @returns the exit status: 0 clean, 1 the content has errors, 2 wrong use, missing environment, or a bug of ours
 */
export async function main(args: readonly string[], effects: Effects = realEffects): Promise<number> {
  let status = 0;
  const program = new Command('boardpack')
    .description('Builds a site and printable board packs from reports and minutes written as Markdown.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: effects.out, writeErr: effects.log })
    .showHelpAfterError('Run "boardpack --help" for what it can do.');
  const command = <Options extends CommonOptions>(
    name: string,
    description: string,
    run: (options: Options, effects: Effects) => Promise<number>,
  ): Command =>
    addCommonOptions(program.command(name).description(description)).action(async (options: Options) => {
      status = await run(options, effects);
    });
  addRevisionOption(command('check', 'Read all content and print every fault; build nothing.', checkCommand)).option(
    '--figures',
    'also note every amount of money and percentage in prose that no record has',
  );
  addCommonOptions(
    program
      .command('cycle')
      .description('Say who has handed in a highlight report, who was late and who has not.')
      .argument('[cycle]', 'the cycle, by its id; by default the latest of each portfolio')
      .option('--portfolio <id>', 'for this portfolio only')
      .option('--chase', 'print a message for each report that is missing'),
  ).action(async (cycle: string | undefined, options: CycleOptions) => {
    status = await cycleCommand(cycle, options, effects);
  });
  addCommonOptions(
    program
      .command('diff')
      .description('Say what has changed between two releases or revisions, record by record and word by word.')
      .argument('<before>', 'a release, as board/date/v1, or a tag, branch or commit of git')
      .argument('[after]', 'another; by default what stands in the folder')
      .option('--page <file>', 'write the same as a page that needs nothing else')
      .option('--pdf <file>', 'write the same as a tagged PDF'),
  ).action(async (before: string, after: string | undefined, options: DiffOptions) => {
    status = await diffCommand(before, after, options, effects);
  });
  addRevisionOption(
    addCommonOptions(
      program
        .command('why')
        .description(
          'Say where a figure or record comes from: file, line, day, the commit that last set it, what it adds up.',
        )
        .argument('<what>', 'a record by its id or file, a figure by its name, or a number as it is printed'),
    ),
  ).action(async (what: string, options: CommonOptions) => {
    status = await whyCommand(what, options, effects);
  });
  addCommonOptions(
    program
      .command('new')
      .description('Begin a record.')
      .command('minutes')
      .description('Begin the minutes of a meeting: a section for each item of its agenda.')
      .argument('<meeting>', 'the meeting, as board/date'),
  ).action(async (meeting: string, options: CommonOptions) => {
    status = await newMinutesCommand(meeting, options, effects);
  });
  // Loaded when it is asked for, so that no other command waits for the site generator and the typesetter.
  const build = async (options: BuildOptions) => await (await import('./build.ts')).buildCommand(options, effects);
  addRevisionOption(command('build', 'Build the site and all packs.', build))
    .option(
      '--out <folder>',
      'where the site goes; replaced as a whole, or not at all (default: dist, or dist-offline)',
    )
    .option('--offline', 'make an edition that opens from files, without a web server or a network')
    .addOption(audienceOption());
  addRevisionOption(
    addCommonOptions(
      program
        .command('pack')
        .description('Print the pack of one meeting, or the brief for its chair.')
        .argument('[meeting]', 'the meeting, as board/date; one that is only planned gives a draft')
        .addOption(
          new Option(
            '--audience <who>',
            'whom it is for: the members, the public without what is taken in private, or the chair, who gets a brief',
          )
            .choices(['members', 'chair', 'public'])
            .default('members'),
        )
        .addOption(
          new Option(
            '--edition <form>',
            'the form it comes in: as it is, in large print, or as a booklet for printers, two pages to a side',
          )
            .choices(['standard', 'large', 'booklet'])
            .default('standard'),
        )
        .option('--papers', 'make each paper a file of its own as well, with the page numbers of the pack')
        .option('--out <folder>', 'where it goes', 'packs')
        .option(
          '--shard <share>',
          'only typeset a share of the parts into the cache, such as 1/4; of all packs by default',
        ),
    ),
  ).action(async (meeting: string | undefined, options: PackOptions) => {
    status = await (await import('./pack.ts')).packCommand(meeting, options, effects);
  });
  addCommonOptions(
    program
      .command('release')
      .description('Issue the pack of a meeting as the last commit has it, and keep what was issued in a tag.')
      .argument('<meeting>', 'the meeting, as board/date')
      .option('--supplement', 'issue only the papers that have come since, and renumber nothing')
      .option('--sign', 'sign the tag, with the key that git is set up with'),
  ).action(async (meeting: string, options: ReleaseOptions) => {
    status = await (await import('./release.ts')).releaseCommand(meeting, options, effects);
  });
  addCommonOptions(
    program
      .command('verify')
      .description('Make what was released again from its tag, and compare every file with what was issued.')
      .argument('[release]', 'a release, as board/date/v1, or a meeting; by default all releases')
      .option('--signed', 'a release that is not signed is a fault'),
  ).action(async (release: string | undefined, options: VerifyOptions) => {
    status = await (await import('./verify.ts')).verifyCommand(release, options, effects);
  });
  addCommonOptions(
    program
      .command('publish')
      .description('Build the site and bring it to where it is served from; what was issued there is only added to.')
      .argument('[folder]', 'the folder')
      .option('--branch <name>', 'a branch of this repository instead, such as gh-pages')
      .addOption(audienceOption()),
  ).action(async (folder: string | undefined, options: PublishOptions) => {
    status = await (await import('./publish.ts')).publishCommand(folder, options, effects);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, effects);
  }
}

function audienceOption(): Option {
  return new Option(
    '--audience <who>',
    'whom it is for: members of the boards, or the public, without what was taken in private',
  )
    .choices(['members', 'public'])
    .default('members');
}

/** For the commands that only read the content, which an older state of it serves as well. */
function addRevisionOption(command: Command): Command {
  return command.option('--at <revision>', 'read the content as this tag, branch or commit of git has it');
}

function addCommonOptions(command: Command): Command {
  return command
    .option('--content <folder>', 'the folder the content is in', 'content')
    .option(
      '--today <date>',
      'the day to speak of, as year-month-day; by default the content’s own, or its last commit’s',
    )
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print no progress')
    .addOption(
      new Option('--format <form>', 'how faults are printed').choices(Object.keys(formats) as Format[]).default('text'),
    );
}

/** Expected failures are a sentence; anything else is a bug of ours, and says so. */
function explain(error: unknown, effects: Effects): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof TypesetError) {
    effects.log(`\nThe packs cannot be printed truly, so nothing was published:\n${error.message}\n`);
    return 1;
  }
  if (error instanceof EnvironmentError) {
    effects.log(`boardpack: ${error.message}\n`);
    return 2;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  effects.log(
    `boardpack: this is a bug in boardpack ${version}, not in your content. Please report it with what you ran and:\n${detail}\n`,
  );
  return 2;
}
