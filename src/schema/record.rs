//! A record: a table of TOML, its rows and its fields in one declaration.

/// Declares a record: a struct whose fields are keys. The doc comment of a field is the English help of its key, and the rest of its row follows
/// the `=`. A record can begin with the keys of another one (`begins with`), and can have [`Rules`](crate::schema::reader::Rules) (`with rules`).
///
/// ```text
/// record! {
///     /// Can my group come, when, for how much.
///     pub struct Visit with rules {
///         /// Opening hours, in words.
///         pub hours: Option<Text> = key("วันและเวลาให้บริการ").shown(&[Page, Paper, Search, Data]),
///     }
/// }
/// ```
macro_rules! record {
    (
        $(#[$about:meta])*
        pub struct $name:ident $(begins with $first:ident: $begin:ident)? $(with $rules:ident)? {
            $($(#[doc = $doc:literal])+ pub $field:ident: $type:ty = $row:expr,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $(
                /// The keys that it begins with.
                pub $first: $begin,
            )?
            $($(#[doc = $doc])+ pub $field: $type,)*
        }

        impl $name {
            const OWN_KEYS: &'static [$crate::schema::key::Key] = &[$(
                $row.complete(
                    stringify!($field),
                    <$type as $crate::schema::field::Field>::KIND,
                    <$type as $crate::schema::field::Field>::IS_REQUIRED,
                    concat!($($doc),+),
                ),
            )*];
        }

        impl $crate::schema::reader::Record for $name {
            const KEYS: &'static [$crate::schema::key::Key] = {
                const FIRST: &[$crate::schema::key::Key] = $crate::schema::record::record!(@keys $($begin)?);
                const COUNT: usize = FIRST.len() + $name::OWN_KEYS.len();
                &$crate::schema::key::together::<COUNT>(FIRST, $name::OWN_KEYS)
            };

            fn read<R: $crate::schema::reader::Reader>(reader: &mut R) -> Self {
                let mut keys = Self::OWN_KEYS.iter();
                let mut next = || keys.next().expect("every field has its key");
                let mut record = Self {
                    $($first: $crate::schema::reader::Record::read(reader),)?
                    $($field: $crate::schema::field::Field::read(reader, next()),)*
                };
                $crate::schema::reader::Rules::check(&mut record, reader);
                record
            }

            fn facts(&self) -> Vec<$crate::schema::reader::Fact<'_>> {
                let mut facts: Vec<$crate::schema::reader::Fact<'_>> = Vec::new();
                $(facts.extend($crate::schema::reader::Record::facts(&self.$first));)?
                let mut keys = Self::OWN_KEYS.iter();
                $({
                    let key = keys.next().expect("every field has its key");
                    let mut values = Vec::new();
                    $crate::schema::field::Field::values(&self.$field, &mut values);
                    facts.push($crate::schema::reader::Fact { key, values });
                })*
                facts
            }
        }

        $crate::schema::record::record!(@rules $name $($rules)?);

        impl $crate::schema::field::Single for $name {
            const KIND: $crate::schema::key::Kind =
                $crate::schema::key::Kind::Table(<Self as $crate::schema::reader::Record>::KEYS);

            fn read_one<R: $crate::schema::reader::Reader>(
                reader: &mut R,
                key: &'static $crate::schema::key::Key,
            ) -> Option<Self> {
                reader.table(key).map(|it| it.value)
            }
        }

        /// A table that is not written is an empty one.
        impl $crate::schema::field::Field for $name {
            const KIND: $crate::schema::key::Kind =
                $crate::schema::key::Kind::Table(<Self as $crate::schema::reader::Record>::KEYS);

            fn read<R: $crate::schema::reader::Reader>(
                reader: &mut R,
                key: &'static $crate::schema::key::Key,
            ) -> Self {
                reader.table_or_empty(key)
            }
        }

        impl $crate::schema::field::Item for $name {
            const KIND: $crate::schema::key::Kind =
                $crate::schema::key::Kind::Tables(<Self as $crate::schema::reader::Record>::KEYS);

            fn read_all<R: $crate::schema::reader::Reader>(
                reader: &mut R,
                key: &'static $crate::schema::key::Key,
            ) -> Vec<Self> {
                reader.tables(key).into_iter().map(|it| it.value).collect()
            }
        }

        impl $crate::schema::field::Item for $crate::value::Spanned<$name> {
            const KIND: $crate::schema::key::Kind =
                $crate::schema::key::Kind::Tables(<$name as $crate::schema::reader::Record>::KEYS);

            fn read_all<R: $crate::schema::reader::Reader>(
                reader: &mut R,
                key: &'static $crate::schema::key::Key,
            ) -> Vec<Self> {
                reader.tables(key)
            }
        }
    };
    (@keys) => { &[] };
    (@keys $begin:ident) => { <$begin as $crate::schema::reader::Record>::KEYS };
    (@rules $name:ident) => { impl $crate::schema::reader::Rules for $name {} };
    (@rules $name:ident rules) => {};
}

pub(crate) use record;
