//! A row of the register: `content/areas.csv`.

use crate::schema::key::{Key, Kind, key};

/// The columns that every register has, in the usual order.
pub const COLUMNS: &[Key] = &[
    key("รหัสอำเภอ ๔ หลัก").pattern("^[0-9๐-๙]{4}$").example("3404").complete("district_code", Kind::NumberOrString, true, "Official code of the district: four digits."),
    key("ชื่ออำเภอ ไม่มีคำว่าอำเภอ").example("เขื่องใน").complete("district_th", Kind::String, true, "Name of the district in Thai, without อำเภอ."),
    key("ชื่ออำเภอภาษาอังกฤษ").example("Khueang Nai").complete("district_en", Kind::String, true, "Name of the district in English; its address is made of it."),
    key("รหัสตำบล ๖ หลัก ไม่ซ้ำกัน").pattern("^[0-9๐-๙]{6}$").example("340410").complete("subdistrict_code", Kind::NumberOrString, true, "Official code of the sub-district: six digits, each once."),
    key("ชื่อตำบล ไม่มีคำว่าตำบล").example("หัวดอน").complete("subdistrict_th", Kind::String, true, "Name of the sub-district in Thai, without ตำบล; names may repeat."),
    key("ชื่อตำบลภาษาอังกฤษ").example("Hua Don").complete("subdistrict_en", Kind::String, true, "Name of the sub-district in English; addresses are made of it."),
    key("รหัสไปรษณีย์ ๕ หลัก").pattern("^[0-9๐-๙]{5}$").example("34150").complete("postal_code", Kind::NumberOrString, true, "Postal code: five digits."),
    key("ละติจูดของจุดแทนตำบล ใช้บนแผนที่ภาพรวม").unit("องศา", "degrees").range(-90.0, 90.0).example("15.33").complete("lat", Kind::Number, true, "Latitude of a point for the sub-district on overview maps: decimal degrees north, WGS 84."),
    key("ลองจิจูดของจุดแทนตำบล ใช้บนแผนที่ภาพรวม").unit("องศา", "degrees").range(-180.0, 180.0).example("104.55").complete("lon", Kind::Number, true, "Longitude of that point: decimal degrees east, WGS 84."),
    key("เป็นพื้นที่เป้าหมายของโครงการ").example("true").complete("target", Kind::Flag, true, "Whether the programme asks for a centre there; these count on the progress page."),
];

/// The columns of a site of several provinces: all or none, before the others.
pub const PROVINCE_COLUMNS: &[Key] = &[
    key("รหัสจังหวัด ๒ หลัก")
        .pattern("^[0-9๐-๙]{2}$")
        .example("34")
        .complete(
            "province_code",
            Kind::NumberOrString,
            false,
            "Official code of the province: two digits; only where the site has several provinces.",
        ),
    key("ชื่อจังหวัด ไม่มีคำว่าจังหวัด").example("อุบลราชธานี").complete(
        "province_th",
        Kind::String,
        false,
        "Name of the province in Thai, without จังหวัด.",
    ),
    key("ชื่อจังหวัดภาษาอังกฤษ")
        .example("Ubon Ratchathani")
        .complete(
            "province_en",
            Kind::String,
            false,
            "Name of the province in English.",
        ),
];

/// The district's number on the forms.
pub const LETTER_ORDER: Key = key("ลำดับของอำเภอในแบบรายงาน เริ่มที่ 1 เหมือนกันทุกแถวของอำเภอ")
    .example("6")
    .complete(
        "letter_order",
        Kind::Count,
        false,
        "The district's number on the paper forms, from 1; the same in all its rows.",
    );

/// Every column, those that may be left out too.
pub const ALL_COLUMNS: &[Key] = {
    const BEFORE: [Key; 13] = crate::schema::key::together(PROVINCE_COLUMNS, COLUMNS);
    &crate::schema::key::together::<14>(&BEFORE, &[LETTER_ORDER])
};
