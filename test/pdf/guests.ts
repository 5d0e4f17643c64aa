import { degrees, PDFDocument, type PDFPage, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** Saves a document that is the same each time. */
async function saved(document: PDFDocument): Promise<Uint8Array> {
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  return await document.save({ useObjectStreams: false, addDefaultPage: false });
}

/** Three pages of which no tag speaks, of different sizes and turned in different ways; a picture of a shape on the first. */
export async function untagged(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const upright = document.addPage([595, 842]);
  upright.drawText('Upright words at the top', { x: 60, y: 780, size: 14, font });
  upright.drawRectangle({ x: 60, y: 600, width: 90, height: 60, color: rgb(0.1, 0.3, 0.6) });
  const wide = document.addPage([1191, 842]);
  wide.drawText('Wide words at the top left', { x: 40, y: 800, size: 20, font });
  const turned = document.addPage([620, 880]);
  turned.setCropBox(10, 20, 595, 842);
  turned.setRotation(degrees(90));
  turned.drawText('Turned words', { x: 60, y: 60, size: 14, rotate: degrees(90), font });
  turned.node.set(document.context.obj('UserUnit') as never, document.context.obj(1.5));
  return await saved(document);
}

/** Two pages with tags of another make, and with everything in them that must not come along. */
export async function tagged(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context, catalog } = document;
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const fontName = (page: PDFPage) => page.node.newFontDictionary('F', font.ref).decodeText();
  const [one, two] = [document.addPage([595, 842]), document.addPage([595, 842])];
  const show = (name: string, y: number, text: string) => `BT /${name} 14 Tf 60 ${y} Td (${text}) Tj ET`;
  const firstName = fontName(one);
  const first = `/Titel <</MCID 0>> BDC ${show(firstName, 780, 'Foreign heading')} EMC
/P /Listed BDC ${show(firstName, 740, 'Foreign paragraph')} EMC /Artifact BMC ${show(firstName, 30, 'Running foot')} EMC
/P <</MCID 2>> BDC ${show(firstName, 700, 'Held by nobody')} EMC
/Figure <</MCID 3>> BDC 60 600 40 40 re f EMC /Link <</MCID 4>> BDC ${show(firstName, 560, 'To page two')} EMC Q Q EMC q`;
  const second = `/H3 <</MCID 0>> BDC ${show(fontName(two), 780, 'Deep heading')} EMC`;
  one.node.set(name('Contents'), context.register(context.stream(first)));
  two.node.set(name('Contents'), context.register(context.stream(second)));
  one.node.Resources()?.set(name('Properties'), context.obj({ Listed: { MCID: 1 } }));

  const script = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
  const annotation = (rect: number[], rest: object) =>
    context.register(context.obj({ Type: 'Annot', Rect: rect, ...rest } as never));
  const inside = annotation([60, 556, 150, 574], { Subtype: 'Link', Dest: PDFString.of('second') });
  const web = annotation([60, 500, 150, 520], {
    Subtype: 'Link',
    A: { S: 'URI', URI: PDFString.of('https://example.org/'), Next: script },
  });
  const pack = annotation([60, 480, 150, 500], {
    Subtype: 'Link',
    A: { S: 'URI', URI: PDFString.of('https://pack.invalid/chair') },
  });
  const run = annotation([60, 440, 150, 460], {
    Subtype: 'Link',
    A: { S: 'Launch', F: PDFString.of('calc.exe') },
    AA: { E: script },
  });
  const file = context.register(context.flateStream('secret payload', { Type: 'EmbeddedFile' }));
  const spec = context.register(context.obj({ Type: 'Filespec', F: PDFString.of('payload.txt'), EF: { F: file } }));
  const attached = annotation([300, 440, 320, 460], {
    Subtype: 'FileAttachment',
    FS: spec,
    Contents: PDFString.of('payload'),
  });
  const appearance = context.register(
    context.stream('BT /F 12 Tf 2 4 Td (Filled in) Tj ET', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 90, 20],
      Resources: { Font: { F: font.ref } },
    }),
  );
  const field = annotation([300, 500, 390, 520], {
    Subtype: 'Widget',
    FT: 'Tx',
    T: PDFString.of('name'),
    V: PDFString.of('Filled in'),
    AP: { N: appearance },
    A: script,
    AA: { K: script },
  });
  one.node.set(name('Annots'), context.obj([inside, web, pack, run, attached, field]));
  one.node.set(name('AA'), context.obj({ O: script }));

  const root = context.nextRef();
  const kid = (role: string, page: PDFPage, kids: unknown, rest: object = {}) =>
    context.register(context.obj({ Type: 'StructElem', S: role, P: root, Pg: page.ref, K: kids, ...rest } as never));
  const elements = [
    kid('Titel', one, 0),
    kid('Standard', one, 1),
    kid('Figure', one, 3),
    kid('Link', one, [4, { Type: 'OBJR', Obj: inside, Pg: one.ref }]),
    kid('Unknown', one, [99]),
    kid('H3', two, 0),
  ];
  context.assign(
    root,
    context.obj({ Type: 'StructTreeRoot', K: elements, RoleMap: { Titel: 'H1', Standard: 'P' } } as never),
  );
  catalog.set(name('StructTreeRoot'), root);
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(name('Lang'), PDFString.of('de-DE'));
  catalog.set(name('OpenAction'), context.obj(script));
  catalog.set(name('AF'), context.obj([spec]));
  catalog.set(
    name('Names'),
    context.obj({
      Dests: { Names: [PDFString.of('second'), [two.ref, 'XYZ', 60, 780, 0]] },
      EmbeddedFiles: { Names: [PDFString.of('payload.txt'), spec] },
      JavaScript: { Names: [PDFString.of('run'), script] },
    } as never),
  );
  catalog.set(name('Outlines'), outline(document, ['First level', 'Second level', 'Third level', 'Fourth level'], two));
  return await saved(document);

  function name(key: string): never {
    return context.obj(key) as never;
  }
}

/** Bookmarks each below the one before; the first leads nowhere of its own. */
function outline({ context }: PDFDocument, titles: readonly string[], page: PDFPage) {
  const refs = [context.nextRef(), ...titles.map(() => context.nextRef())];
  titles.forEach((title, index) => {
    const [own, below] = [refs[index + 1], refs[index + 2]];
    if (own === undefined) return;
    context.assign(
      own,
      context.obj({
        Title: PDFString.of(title),
        Parent: refs[index],
        First: below,
        Last: below,
        Dest: index === 0 ? undefined : [page.ref, 'Fit'],
      } as never),
    );
  });
  const [root, first] = refs;
  if (root === undefined) throw new Error('An outline has a root.');
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: first } as never));
  return root;
}

/** A file that only who has the password may read. */
export async function encrypted(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Only for some');
  document.encrypt({ userPassword: 'open', ownerPassword: 'sesame' });
  return await document.save();
}

/** A document of one page to whose catalog or page something has been added. */
export async function withAdded(add: (document: PDFDocument, page: PDFPage) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 400]);
  page.drawText('Something', { x: 20, y: 300, size: 12 });
  add(document, page);
  return await saved(document);
}
