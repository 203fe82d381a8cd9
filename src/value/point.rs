//! A place on the earth.

/// A place on the earth, WGS84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Degrees north, -90 to 90, finite.
    pub latitude: f64,
    /// Degrees east, -180 to 180, finite.
    pub longitude: f64,
}

impl Point {
    /// Great-circle distance in kilometres on a sphere of radius 6,371 km (haversine).
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_latitude = ((b - a) / 2.0).sin();
        let half_longitude = ((other.longitude - self.longitude).to_radians() / 2.0).sin();
        let h = half_latitude.powi(2) + a.cos() * b.cos() * half_longitude.powi(2);
        2.0 * 6371.0 * h.sqrt().min(1.0).asin()
    }
}
