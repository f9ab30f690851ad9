//! Files that people and their programs make.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{archive, cells, check, read_with, workbook_parts};
use crate::ingest::Limits;

#[test]
fn a_workbook_of_excel() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Activités").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("[$-40C]d mmmm yyyy hh:mm");
    let duration = Format::new().set_num_format("[hh]:mm");
    let percent = Format::new().set_num_format("0.0%");
    let year = Format::new().set_num_format("\"Année\" 0");
    sheet.write(0, 0, "Intitulé").unwrap();
    sheet.write(0, 1, "السنة الأولى").unwrap();
    sheet.write(0, 3, "  blancs  ").unwrap();
    sheet.write_with_format(1, 0, ExcelDateTime::from_ymd(2024, 3, 15).unwrap(), &day).unwrap();
    let noon = ExcelDateTime::from_ymd(2024, 3, 15).unwrap().and_hms(12, 30, 0).unwrap();
    sheet.write_with_format(1, 1, &noon, &moment).unwrap();
    sheet.write_with_format(1, 2, 1.25, &duration).unwrap();
    sheet.write_with_format(2, 0, 0.425, &percent).unwrap();
    sheet.write_with_format(2, 1, 2024, &year).unwrap();
    sheet.write(2, 2, 1234.56).unwrap();
    sheet.write(2, 3, true).unwrap();
    sheet.write_formula(3, 0, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_formula(3, 1, Formula::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
    sheet.write_formula(3, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.merge_range(5, 0, 6, 2, "fusionnée", &Format::new()).unwrap();
    let hidden = workbook.add_worksheet().set_name("Listes").unwrap();
    hidden.write(9, 2, "x").unwrap();
    hidden.set_hidden(true);
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Bar);
    chart.add_series().set_values("Listes!$C$10:$C$10");
    workbook.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    check(
        "retour.csv",
        &workbook.save_to_buffer().unwrap(),
        "[Activités]\n\
         1 A=\"Intitulé\" B=\"السنة الأولى\" D=\"  blancs  \"\n\
         2 A=2024-03-15T00:00:00 B=2024-03-15T12:30:00 C=1.25\n\
         3 A=0.425% B=2024 C=1234.56 D=true\n\
         4 A=2 B=\"ab\" C=#DIV/0!\n\
         6 A=\"fusionnée\"\n\
         --\n[Listes] hidden\n10 C=\"x\"\n--\n",
        &[],
    );
}

#[track_caller]
fn check_cells(text: &str, expected: &str, findings: &[&str]) {
    check("a.xlsx", &cells(text), &format!("[Fiche]\n{expected}--\n"), findings);
}

#[test]
fn cells_as_other_programs_write_them() {
    check_cells(r#"<row r="1"><c r="A1" t="s"><v>1</v></c></row>"#, "1 A=\"deux\"\n", &[]);
    check_cells(
        r#"<row><c t="s"><v>0</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"#,
        "1 A=\"un\" C=3\n2 A=4\n",
        &[],
    );
    check_cells(r#"<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row>"#, "3 A=1 C=3\n", &[]);
    check_cells(
        r#"<row r="1"><c r="A1" t="n"><v> 41</v></c><c r="B1"><v>1,5</v></c></row>"#,
        "1 A=41 B=\"1,5\"\n",
        &[],
    );
    check_cells(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; </t><r><t>b&#233;</t></r></is></c></row>"#,
        "1 A=\"a & bé\"\n",
        &[],
    );
    check_cells(
        r#"<row r="1"><c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>C1</f><v></v></c><c r="C1"><f>D1</f><v/></c></row>"#,
        "1 A=? B=? C=?\n",
        &[],
    );
    check_cells(r#"<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>2</v></c></row>"#, "1 B=2\n", &[]);
    check_cells(
        r#"<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>0</v></c></row>"#,
        "1 A=#REF! B=false\n",
        &[],
    );
    check_cells(
        r#"<row r="1"><c r="A1" t="d"><v>2024-03-15</v></c><c r="B1" t="d"><v>hier</v></c></row>"#,
        "1 A=2024-03-15T00:00:00 B=\"hier\"\n",
        &[],
    );
    check_cells(
        r#"<row r="1"><c r="A1" s="1"><v>0.5</v></c><c r="B1" s="2"><v>45366</v></c><c r="C1" s="3"><v>45366</v></c></row>"#,
        "1 A=0.5% B=2024-03-15T00:00:00 C=2024-03-15T00:00:00\n",
        &[],
    );
    check_cells(r#"<row r="1"><c r="A1" t="str"><v>a_x000D_b</v></c></row>"#, "1 A=\"a\\rb\"\n", &[]);
}

#[test]
fn the_epoch_of_the_mac() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>43904</v></c></row></sheetData></worksheet>"#;
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let mut parts = workbook_parts(sheet, "<sst/>", styles);
    parts[1].1 = r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="Fiche" r:id="rId1" state="veryHidden"/></sheets></workbook>"#;
    check("a.xlsx", &archive(&parts), "[Fiche] hidden\n1 A=2024-03-15T00:00:00\n--\n", &[]);
}

#[test]
fn names_of_parts_in_other_cases_and_slashes() {
    let sheet = r#"<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let mut parts = workbook_parts(sheet, "<x:sst><x:si><x:t>un</x:t></x:si></x:sst>", "<styleSheet/>");
    parts[3].0 = "XL\\worksheets\\Sheet1.xml";
    parts[4].0 = "xl/SharedStrings.xml";
    check("a.xlsx", &archive(&parts), "[Fiche]\n1 A=\"un\"\n--\n", &[]);
}

#[test]
fn parts_in_other_encodings() {
    let sheet = |encoding: &str, text: &str| {
        format!(
            r#"<?xml version="1.0" encoding="{encoding}" standalone="yes" ?><worksheet><sheetData><row><c t="inlineStr"><is><t><![CDATA[{text}]]></t></is></c></row></sheetData></worksheet>"#
        )
    };
    let check = |sheet: &[u8], expected: &str| {
        let mut parts = workbook_parts("", "<sst/>", "<styleSheet/>");
        parts.remove(3);
        let mut parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        parts.push(("xl/worksheets/sheet1.xml", sheet));
        check("a.xlsx", &super::archive_bytes(&parts), &format!("[Fiche]\n1 A={expected:?}\n--\n"), &[]);
    };
    check(sheet("UTF-8", "Série").as_bytes(), "Série");
    check(format!("\u{feff}{}", sheet("UTF-8", "Série")).as_bytes(), "Série");
    let latin: Vec<u8> = sheet("ISO-8859-1", "Série").chars().map(|character| character as u8).collect();
    check(&latin, "Série");
    let utf16: Vec<u8> =
        format!("\u{feff}{}", sheet("UTF-16", "سنة")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&utf16, "سنة");
}

const ODS: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content><office:automatic-styles>
 <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
 <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:tracked-changes><table:table-cell office:value-type="float" office:value="9"/></table:tracked-changes>
<table:table table:name="Activités" table:style-name="ta1">
 <table:shapes><draw:frame><table:table table:name="chart"><table:table-row/></table:table></draw:frame></table:shapes>
 <table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Intitulé</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>deux<text:s text:c="2"/>mots</text:p><text:p>suite
   et <text:span>fin</text:span></text:p></table:table-cell></table:table-row></table:table-header-rows>
 <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
 <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"><text:p>1,50</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
 <table:table-row>
  <table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="2024-03-15"><text:p>15/03/24</text:p></table:table-cell>
  <table:table-cell office:value-type="date" office:date-value="2024-03-15T10:30:00"/>
  <table:table-cell office:value-type="currency" office:currency="MAD" office:value="1200"><text:p>1 200 DH</text:p></table:table-cell>
  <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>
  <table:table-cell table:formula="of:=[.A1]" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
  <table:table-cell table:formula="of:=[.A1]*2"/>
  <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>
  <table:table-cell table:formula="of:=2" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
 </table:table-row>
 <table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="Listes" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>بيئة</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="'file:///home/x.ods'#$Feuille" table:style-name="ta_extref"><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"##;

#[test]
fn a_workbook_of_libreoffice() {
    check(
        "a.ods",
        &archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ODS)]),
        "[Activités]\n\
         1 A=\"Intitulé\" D=\"deux  mots\\nsuite et fin\"\n\
         5 A=1.5 B=1.5\n\
         6 A=1.5 B=1.5\n\
         7 A=0.25% B=2024-03-15T00:00:00 C=2024-03-15T10:30:00 D=1200 E=true F=#REF! G=? I=2\n\
         --\n[Listes] hidden\n1 A=\"بيئة\"\n--\n",
        &[],
    );
}

#[test]
fn dialects_of_csv() {
    let plain = "[b]\n1 A=\"x\" B=\"y\"\n2 A=\"1,5\" B=\"é\"\n--\n";
    check("a--b.csv", "x;y\n1,5;é\n".as_bytes(), plain, &[]);
    check("a--b.csv", "\u{feff}x;y\r\n1,5;é".as_bytes(), plain, &[]);
    check("a--b.csv", "x,y\r1,\"é\"".replace("1,", "\"1,5\",").as_bytes(), plain, &[]);
    check("a--b.tsv", "x\ty\n1,5\té\n".as_bytes(), plain, &[]);
    check("a--b.csv", "sep=;\r\nx;y\r\n1,5;é".as_bytes(), plain, &[]);
    check("a--b.csv", b"x;y\n1,5;\xe9\n", plain, &["F105 windows-1252"]);
    let utf16: Vec<u8> = "\u{feff}x\ty\r\n1,5\té".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check("a--b.csv", &utf16, plain, &[]);
}

#[test]
fn rows_of_a_csv_are_numbered_as_in_excel() {
    let text = "\r\n\r\ntitre\r\n\r\nid;texte;\r\n1;\"deux\r\nlignes \"\"et\"\" ; point\";\r\n\r\n\r\n2;;fin\r\n";
    let rows = "3 A=\"titre\"\n5 A=\"id\" B=\"texte\"\n6 A=\"1\" B=\"deux\\r\\nlignes \\\"et\\\" ; point\"\n9 A=\"2\" C=\"fin\"\n";
    check("a.csv", text.as_bytes(), &format!("[a]\n{rows}--\n"), &[]);
    check("a.csv", text.replace('\r', "").as_bytes(), &format!("[a]\n{}--\n", rows.replace("\\r", "")), &[]);
}

#[test]
fn a_second_file_with_the_same_bytes_is_left_aside() {
    let mut print = super::Print::default();
    let mut sources = crate::model::Sources::default();
    let reader = crate::ingest::Reader::default();
    let (_, first) = reader.read_bytes(b"a;b\n1;2\n", "x.csv", &mut sources, &mut print);
    let (_, second) = reader.read_bytes(b"a;b\n1;2\n", "copie.csv", &mut sources, &mut print);
    assert_eq!((first.len(), super::note(&second[0]).as_str()), (0, "F103 x.csv"));
    assert_eq!(print.0.matches("[x]").count(), 1);
}

#[test]
fn a_folder_is_listed_in_path_order() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    put("z.csv", b"a;b");
    put("haouz/Retour.XLSX", b"x");
    put("haouz/~$Retour.xlsx", b"x");
    put("haouz/.~lock.a.ods#", b"x");
    put("sans-extension", &cells(""));
    put("photo.png", b"\x89PNG");
    put("lisez-moi.txt", b"a;b");
    put(".git/config.csv", b"a;b");
    let listing = crate::ingest::list(folder.path()).unwrap();
    let files: Vec<&str> = listing.files.iter().map(|entry| entry.relative.as_str()).collect();
    assert_eq!(files, ["haouz/Retour.XLSX", "sans-extension", "z.csv"]);
    let aside: Vec<String> = listing.findings.iter().map(super::note).collect();
    let expected = [".git", "haouz/.~lock.a.ods#", "haouz/~$Retour.xlsx", "lisez-moi.txt", "photo.png"];
    assert_eq!(aside, expected.map(|name| format!("F104 {name}")));
    assert!(crate::ingest::list(&folder.path().join("absent")).is_err());
}

#[test]
fn a_file_that_is_not_there_is_a_finding() {
    let mut sources = crate::model::Sources::default();
    let reader = crate::ingest::Reader { limits: Limits { file_bytes: 3, ..Limits::default() }, child: None };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    let (_, findings) = reader.read(&path, "a.csv", &mut sources, &mut super::Print::default());
    assert!(super::note(&findings[0]).starts_with("F101 reason-system("));
    std::fs::write(&path, "a;b\n").unwrap();
    let (_, findings) = reader.read(&path, "a.csv", &mut sources, &mut super::Print::default());
    assert!(super::note(&findings[0]).starts_with("F102 limit-file-size("));
    assert_eq!(read_with(Limits::default(), "a.csv", b"a;b\n").1, [""; 0]);
}
